import { known, type Fact } from '../../../model/index.ts';
import { assignmentsOf, type Build } from '../read/stages.ts';
import type { Script } from './scripts.ts';

/** Which words of a command say that nobody looks whom it talks to, or who made what it installs. */
const SWITCHES: Readonly<Record<string, RegExp>> = {
  curl: /^(?:-[a-zA-Z]{0,10}k[a-zA-Z]{0,10}|--insecure)$/,
  wget: /^--no-check-certificate$/,
  pip: /^--trusted-host(?:=.*)?$/,
  pip3: /^--trusted-host(?:=.*)?$/,
  apt: /^--(?:allow-unauthenticated|force-yes)$/,
  'apt-get': /^--(?:allow-unauthenticated|force-yes)$/,
  apk: /^--allow-untrusted$/,
  yum: /^--nogpgcheck$/,
  dnf: /^--(?:nogpgcheck|no-gpgchecks)$/,
  zypper: /^--(?:no-gpg-checks|gpg-auto-import-keys)$/,
  rpm: /^--(?:nosignature|nodigest)$/,
};
/** Words of `curl` that take what follows: it is none of its switches. */
const TAKES_VALUE = /^-[a-zA-Z]*[oHdXuAebTFw-zmrECKYQtU]$/;
/** Settings of programs that say the same, as they are written one after another. */
const SETTINGS =
  /^(?:npm|yarn|pnpm) (?:config )?set (?:strict-ssl|cafile)[ =]false$|^git config .*\bhttp\.sslverify (?:false|0)$/i;
const VARIABLES: Readonly<Record<string, RegExp>> = {
  NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
  PYTHONHTTPSVERIFY: /^0$/,
  GIT_SSL_NO_VERIFY: /^(?:1|true)$/i,
  NPM_CONFIG_STRICT_SSL: /^false$/i,
  npm_config_strict_ssl: /^false$/i,
};

interface What {
  readonly what: Fact<string>;
}

export function uncheckedCommands(scripts: readonly Script[]): readonly What[] {
  return scripts.flatMap(({ commands, locate }) =>
    commands.flatMap(({ words, assignments, span }) => {
      const [name] = words;
      const pattern = Object.hasOwn(SWITCHES, name?.text ?? '') ? SWITCHES[name?.text ?? ''] : undefined;
      const found =
        pattern &&
        words.find(
          ({ text }, at) =>
            at > 0 && pattern.test(text) && !(name?.text === 'curl' && isValue(words[at - 1]?.text)),
        );
      if (name && found) return [{ what: known(`${name.text} with ${found.text}`, locate(found.span)) }];
      const whole = words.map(({ text }) => text).join(' ');
      if (whole.length < 200 && SETTINGS.test(whole)) return [{ what: known(whole, locate(span)) }];
      const variable = assignments.find((one) => switchesOff(one.name, one.value));
      return variable ? [{ what: known(`${variable.name}=${variable.value}`, locate(span)) }] : [];
    }),
  );
}

function isValue(before: string | undefined): boolean {
  return before !== undefined && TAKES_VALUE.test(before);
}

function switchesOff(name: string, value: string): boolean {
  return Object.hasOwn(VARIABLES, name) && VARIABLES[name]?.test(value) === true;
}

export function uncheckedVariables({ stages, locate }: Build): readonly What[] {
  return stages
    .flatMap((stage) => stage.instructions)
    .filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
    .flatMap(assignmentsOf)
    .filter(({ name, value }) => switchesOff(name, value))
    .map(({ name, value, span }) => ({ what: known(`${name}=${value}`, locate(span)) }));
}
