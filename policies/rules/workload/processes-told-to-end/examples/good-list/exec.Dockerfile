FROM node:22.11.0
CMD exec node server.js --port "$PORT"
