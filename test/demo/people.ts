/** What is typed into the form, by the ids of its fields. */
export type Person = Record<'surname' | 'given' | 'patronymic' | 'email' | 'phone', string>;

export const LANGS = ['kk', 'ru', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** One person for each language of the page, with the letters that tell its encoding. */
export const people: Record<Lang, Person> = {
  kk: {
    surname: 'Өтеғұлова',
    given: 'Әйгерім',
    patronymic: 'Һамитқызы',
    email: 'aigerim@example.kz',
    phone: '+7 701 123 45 67',
  },
  ru: {
    surname: 'Щёголева',
    given: 'Наталья',
    patronymic: 'Юрьевна',
    email: 'n.schegoleva@example.kz',
    phone: '+7 (702) 765-43-21',
  },
  en: {
    surname: 'O’Brien',
    given: 'Zoë',
    patronymic: 'Anne-Marie',
    email: 'zoe@example.com',
    phone: '+77051112233',
  },
};

/** A small picture, as a scanner would give. */
export async function scan(name: string): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 16;
  canvas.getContext('2d')!.fillRect(4, 4, 8, 8);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new File([blob!], name, {type: 'image/png'});
}
