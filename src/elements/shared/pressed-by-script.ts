import {msg} from '@lit/localize';

/** Said where a program pressed a button that only a person can press: such as extensions that answer every banner. */
export const pressedByScriptMessage = (): string =>
  msg('Батырманы адам емес, бағдарлама басты, сондықтан ештеңе жазылмады. Батырманы өзіңіз басыңыз.', {
    desc: 'A program pressed a button of the banner or the status, so nothing was recorded',
  });
