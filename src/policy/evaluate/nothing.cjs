// Stands for the dependencies of OPA's SDK in the bundle: see rolldown.config.mjs.
module.exports = {};
