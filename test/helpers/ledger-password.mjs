/** For the demo's `createApp`. */
export const ledgerPassword = 'құпия:сөз';

/** What a browser sends once somebody has typed it. */
export const Authorization = `Basic ${Buffer.from(`auditor:${ledgerPassword}`).toString('base64')}`;
