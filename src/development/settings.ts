/** What the script tag may say. */
export const SETTINGS = [
  ...['policy', 'policy-id', 'lang', 'storage', 'cookie-domain', 'endpoint', 'endpoint-declines', 'standing'],
  ...['contact', 'refused', 'status-page', 'quiet', 'consent', 'manifest'],
];
