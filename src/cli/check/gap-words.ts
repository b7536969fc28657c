/**
 * What to fill in for a gap, by its path in a record (core's `gapsOf`), and who wants it: Law 94-V of Kazakhstan
 * "On personal data and their protection", Art. 8(4) first, or ISO/IEC TS 27560. `check` lists gaps in this order.
 */
export const GAP_WORDS: Record<string, string> = {
  'operator.bin': "Write the operator's BIN or IIN, 12 digits (94-V Art. 8(4)(1)).",
  'event.valid':
    'Say how long a consent lasts: a date, a duration such as "P3Y", or "until-purpose-achieved" (94-V Art. 8(4)(3)).',
  'thirdParties.transfer':
    'Say whether data may be passed to third parties: true or false (94-V Art. 8(4)(4)).',
  'thirdParties.who': 'List who receives data (94-V Art. 8(4)(4); ISO/IEC TS 27560: recipients).',
  'crossBorder.transfer': 'Say whether data goes abroad: true or false (94-V Art. 8(4)(5)).',
  'crossBorder.countries':
    'List the countries that data goes to, such as ["DE"] (94-V Art. 8(4)(5), Art. 16).',
  publicSources:
    'Say whether data is spread in publicly available sources: true or false (94-V Art. 8(4)(6)).',
  'storage.locations':
    'List where data is stored, such as ["KZ"] (94-V Art. 12; ISO/IEC TS 27560: storage locations).',
  'storage.retention':
    'Say how long data is kept: a duration such as "P5Y", or in words (ISO/IEC TS 27560: retention period).',
  'withdraw.url':
    'Write the address of the page where a consent is withdrawn (94-V Art. 8(2); ISO/IEC TS 27560: withdrawal method).',
  'withdraw.email': 'Write the e-mail address where a consent is withdrawn (94-V Art. 8(2)).',
  'operator.address': "Write the operator's address (ISO/IEC TS 27560: address of the party).",
  'operator.email': 'Write an e-mail address for questions (ISO/IEC TS 27560: contact of the party).',
  'operator.url': "Write the address of the operator's site (ISO/IEC TS 27560: contact of the party).",
  'policy.effectiveFrom':
    'Say when the release comes into force, with offset (ISO/IEC TS 27560: privacy notice).',
  'policy.sha256':
    'Write the SHA-256 of the document as it is served, so that a record names its exact text.',
  'documents.kk': 'Publish the document in Kazakh, the state language (Law 151-I, Art. 21).',
  'documents.ru': 'Publish the document in Russian (consumer law: Kazakh and Russian).',
  'documents.en': 'Publish the document in English, or leave it so: its readers get another language.',
};
