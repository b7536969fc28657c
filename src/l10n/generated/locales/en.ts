
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'locale-code': `en`,
's0b9364bb385398ad': str`You agreed to this version on ${0}. Tick the box to send your consent together with this form.`,
's1970dc711cd8d900': `The form was not sent: its consent box is not visible. Open the section that it is in, or turn off the ad blocker.`,
's2f31fbc9c30881fd': str`Your answer: “${0}”.`,
's32c6a03c0590eb1f': `The consent was withdrawn, so the tick was removed.`,
's37bdb282a87b9ce1': str`A new version of the policy takes effect on ${0}. Changes:`,
's3e1ba70e7043b866': `To send the form, tick the box to show that you agree.`,
's40d273c7a3657b4c': `The privacy policy is loading…`,
's43fd1271d2637b6b': `The linked document is not the document of this version.`,
's47d0c73a3c61bfaa': `Close message`,
's5a6a28ad9cc03580': str`What has changed in the policy since the version you agreed to (${0}):`,
's6980725970536b7d': `You ticked the box before the page had loaded, so the tick was removed. If you agree, tick the box again.`,
's6b5f1a47876fe05f': `Full text of the policy in Kazakh (new tab)`,
's7567cbe530f158c3': str`This page does not have the newer version. Write to the Operator: ${0}`,
's76678d52b98d696a': `There is no summary of the policy in this language`,
's7dc709afb28bbca4': str`Version label: ${0}; the policy does not state an effective date`,
's7eb416828011fd4f': str`clause ${0}`,
's84e7b14a912e28a7': `The privacy policy did not load, so consent cannot be given. What you typed stays in the form.`,
's88e28b1c1932ab67': `The Operator has not said what changed.`,
's8bf8715a39809b2a': str`More: ${0}`,
's9545e84c23d40042': `There is a new version of the policy, so the tick was removed. Read it and, if you agree, tick the box again.`,
'sa82f000248922c24': str`Version: ${0}; effective date: ${1}`,
'sb390b13599362390': `Full text of the policy in Russian (new tab)`,
'sbf54ebd2e65ca851': str`The term of the consent that you gave on ${0} is over.`,
'scec62b5ec5072a33': `Full text of the policy in English (new tab)`,
'sd3234d1831375aa1': `Not now`,
'sdaf0634f25557795': `You agreed to the Russian text. To agree to the text in this language, untick the box and tick it again.`,
'sed484a4924c3b9b1': `This is a translation, not the official text`,
'sf3def98e186fe3cf': `Load again`,
'sf5c2d58df7ed6c6d': `Consent cannot be given until the privacy policy has loaded.`,
'sf961e0ea653bacd4': `You agreed to the English text. To agree to the text in this language, untick the box and tick it again.`,
'sfe4969752b6a9e4c': `You agreed to the Kazakh text. To agree to the text in this language, untick the box and tick it again.`,
    };
  