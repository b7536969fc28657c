/** What a record says about the person, from the attributes of its box, in NFC. Never the name itself. */
export const subjectOf = (box: {subjectRef: string; subjectFields: string; by: string}) => ({
  by: box.by === 'representative' ? ('representative' as const) : ('self' as const),
  subjectRef: box.subjectRef.normalize().trim() || null,
  nameFields: box.subjectFields.normalize().split(/\s+/).filter(Boolean),
});
