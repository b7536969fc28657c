
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'locale-code': `en`,
's0abfb4b75b0844cb': `You agreed to the Russian text. To agree to the text in this language, untick the box and tick it again.`,
's17ceb6cd8c92e5b9': `The privacy policy did not load, so consent cannot be given. What you typed stays.`,
's361ce732e582ee39': str`Your answer: ${0}.`,
's40d273c7a3657b4c': `The privacy policy is loading…`,
's47d0c73a3c61bfaa': `Close message`,
's4ffcace43234795d': `The consent was withdrawn, so the tick was removed.`,
's64e3090c0a996c44': str`Version mark: ${0}; the policy does not state the date it came into force`,
's678627367a39360e': str`You agreed to this version on ${0}. Tick to send your agreement with this form.`,
's682a20fded92fd98': `You agreed to the English text. To agree to the text in this language, untick the box and tick it again.`,
's6b5f1a47876fe05f': `Full text of the policy in Kazakh (new tab)`,
's76678d52b98d696a': `There is no summary of the policy in this language`,
's7eb416828011fd4f': str`clause ${0}`,
's89fd882ecffdf4be': str`Version: ${0}; in force since ${1}`,
's8bf8715a39809b2a': str`More: ${0}`,
'sb390b13599362390': `Full text of the policy in Russian (new tab)`,
'sb7201c50ad714530': `There is a new version of the policy, so the tick was removed. Please read it and tick again.`,
'scec62b5ec5072a33': `Full text of the policy in English (new tab)`,
'scf3e46cf20516c41': `To send the form, tick the box that you agree.`,
'sd3234d1831375aa1': `Not now`,
'se2382f0075c7a6d0': `You agreed to the Kazakh text. To agree to the text in this language, untick the box and tick it again.`,
'sed484a4924c3b9b1': `This is a translation, not the official text`,
'sf3def98e186fe3cf': `Load again`,
'sf5c2d58df7ed6c6d': `Consent cannot be given until the privacy policy has loaded.`,
    };
  