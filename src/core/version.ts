/** Package and version, as every record names them. Held against package.json by a test. */
export const GENERATOR = 'ipsm-consent/0.1.0';
