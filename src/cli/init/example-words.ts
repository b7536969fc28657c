import {dateInSentence} from '../../l10n/format-date.js';

/** First words of a notice in one language. What an operator has to write carries the mark that `check` finds. */
export interface ExampleWords {
  /** Stands before what has to be written anew. */
  mark: string;
  question: string;
  brief: (name: string) => string;
  title: (name: string) => string;
  labels: Record<
    | 'data'
    | 'purposes'
    | 'recipients'
    | 'abroad'
    | 'term'
    | 'public'
    | 'changes'
    | 'automated'
    | 'withdrawal'
    | 'unstated',
    string
  >;
  data: string;
  purposes: string;
  recipients: string;
  recipientsNo: string;
  abroadSomewhere: string;
  abroadNo: string;
  unstated: string;
  untilAchieved: string;
  until: (day: Date) => string;
  publicYes: string;
  publicNo: string;
  changes: string;
  automated: string;
  withdrawal: (email: string | null, url: string | null) => string;
  bin: string;
  address: string;
  retention: string;
  unstatedList: (things: string[]) => string;
  preamble: string;
  agree: (name: string) => string;
  accept: string;
  decline: string;
  /** @param id of the purpose, in its place where the three languages have no words for it */
  optional: (id: string) => string;
}

/** Purposes by their ids, in the form that the sentence of an optional one needs. */
const KK_PURPOSES: Record<string, string> = {
  services: 'қызмет көрсету',
  identify: 'мені сәйкестендіру',
  contact: 'менімен байланысу',
  ads: 'жарнама',
  research: 'зерттеу',
};
const RU_PURPOSES: Record<string, string> = {
  services: 'оказания услуг',
  identify: 'моей идентификации',
  contact: 'связи со мной',
  ads: 'рекламы',
  research: 'исследований',
};
const EN_PURPOSES: Record<string, string> = {
  services: 'providing services',
  identify: 'identifying me',
  contact: 'contacting me',
  ads: 'advertising',
  research: 'research',
};

const kk: ExampleWords = {
  mark: '[ҮЛГІ] ',
  question: 'Дербес деректеріңізді жинауға және өңдеуге келісім бересіз бе?',
  brief: (name) =>
    `[ҮЛГІ] ${name} оларды қызмет көрсету үшін өңдейді. Деректер кімге және қай елге берілуі мүмкін екенін осында бір сөйлеммен жазыңыз.`,
  title: (name) => `${name}: деректеріңізді қалай өңдейміз`,
  labels: {
    data: 'Қандай деректер',
    purposes: 'Келісім мақсаты',
    recipients: 'Кімге берілуі мүмкін',
    abroad: 'Шетелге беру',
    term: 'Келісім мерзімі',
    public: 'Жалпыға қолжетімді көздерде тарату',
    changes: 'Саясаттың өзгеруі',
    automated: 'автоматтандыру',
    withdrawal: 'келісімді қайтарып алу',
    unstated: 'көрсетілмегені',
  },
  data: '[ҮЛГІ] тегіңіз, атыңыз, әкеңіздің аты, электрондық поштаңыз, телефоныңыз',
  purposes: '[ҮЛГІ] қызмет көрсету, сізді сәйкестендіру, сізбен өзара әрекеттесу',
  recipients: '[ҮЛГІ] мемлекеттік органдарға – дәлелді өтініші бойынша',
  recipientsNo: 'ешкімге',
  abroadSomewhere: 'шетелде сақталуы мүмкін; елдері көрсетілмеген',
  abroadNo: 'жүзеге асырылмайды',
  unstated: 'көрсетілмеген',
  untilAchieved: 'мақсатқа жеткенге дейін',
  until: (day) => `${dateInSentence(day, 'kk')} күніне дейін`,
  publicYes: 'жүзеге асырылады',
  publicNo: 'жүзеге асырылмайды',
  changes: '[ҮЛГІ] оператор оны қалай және қашан өзгерте алады',
  automated: '[ҮЛГІ] Деректер автоматтандырылған түрде өңделе ме, адамның қатысуынсыз шешім қабылдана ма.',
  withdrawal: (email, url) =>
    `[ҮЛГІ] Келісімді қайтарып алу үшін ${url === null ? '' : `${url} бетін ашыңыз немесе `}операторға жазыңыз${email === null ? '' : `: ${email}`}. Содан кейін не болатынын осында жазыңыз.`,
  bin: 'оператордың БСН-і',
  address: 'оператордың мекенжайы',
  retention: 'деректерді сақтау мерзімі',
  unstatedList: (things) => `Саясатта көрсетілмеген: ${things.join('; ')}.`,
  preamble: 'Кіріспе',
  agree: (name) =>
    `[ҮЛГІ] Оператордың (${name}) осы дербес деректерімді қызмет көрсету, мені сәйкестендіру және менімен өзара әрекеттесу үшін жинауына және өңдеуіне келісім беремін`,
  accept: 'Келісемін',
  decline: 'Келіспеймін',
  optional: (id) =>
    `[ҮЛГІ] Осы дербес деректерімді ${KK_PURPOSES[id] ?? `«${id}» (мақсаттың атын сөзбен жазыңыз)`} үшін пайдалануға келісім беремін`,
};

const ru: ExampleWords = {
  mark: '[ПРИМЕР] ',
  question: 'Вы даёте согласие на сбор и обработку своих персональных данных?',
  brief: (name) =>
    `[ПРИМЕР] ${name} обрабатывает их для оказания услуг. Напишите здесь одним предложением, кому и в какие страны данные могут передаваться.`,
  title: (name) => `${name}: как мы обрабатываем ваши данные`,
  labels: {
    data: 'Какие данные',
    purposes: 'Цели согласия',
    recipients: 'Кому могут передать',
    abroad: 'Передача за границу',
    term: 'Срок действия согласия',
    public: 'Распространение в общедоступных источниках',
    changes: 'Изменение политики',
    automated: 'автоматизация',
    withdrawal: 'отзыв согласия',
    unstated: 'что не указано',
  },
  data: '[ПРИМЕР] фамилия, имя, отчество, электронная почта, телефон',
  purposes: '[ПРИМЕР] оказание услуг, ваша идентификация, взаимодействие с вами',
  recipients: '[ПРИМЕР] госорганам — по мотивированному запросу',
  recipientsNo: 'никому',
  abroadSomewhere: 'данные могут храниться за границей; страны не указаны',
  abroadNo: 'не осуществляется',
  unstated: 'не указано',
  untilAchieved: 'до достижения цели',
  until: (day) => `до ${dateInSentence(day, 'ru').replace(/г\.$/, 'года')}`,
  publicYes: 'осуществляется',
  publicNo: 'не осуществляется',
  changes: '[ПРИМЕР] как и когда оператор может её изменить',
  automated:
    '[ПРИМЕР] Ведётся ли автоматизированная обработка и принимаются ли решения без участия человека.',
  withdrawal: (email, url) =>
    `[ПРИМЕР] Чтобы отозвать согласие, ${url === null ? '' : `откройте страницу ${url} или `}напишите оператору${email === null ? '' : `: ${email}`}. Напишите здесь, что будет потом.`,
  bin: 'БИН оператора',
  address: 'адрес оператора',
  retention: 'срок хранения данных',
  unstatedList: (things) => `В политике не указаны: ${things.join('; ')}.`,
  preamble: 'Преамбула',
  agree: (name) =>
    `[ПРИМЕР] Даю оператору (${name}) согласие на сбор и обработку этих персональных данных для оказания услуг, моей идентификации и взаимодействия со мной`,
  accept: 'Даю согласие',
  decline: 'Не даю согласия',
  optional: (id) =>
    `[ПРИМЕР] Даю согласие на использование этих персональных данных для ${RU_PURPOSES[id] ?? `цели «${id}» (назовите её словами)`}`,
};

const en: ExampleWords = {
  mark: '[EXAMPLE] ',
  question: 'Do you agree to the collection and processing of your personal data?',
  brief: (name) =>
    `[EXAMPLE] ${name} processes it to provide services. Say here, in one sentence, to whom and to which countries data may be passed.`,
  title: (name) => `${name}: how we process your data`,
  labels: {
    data: 'Which data',
    purposes: 'Consent is for',
    recipients: 'May be passed on to',
    abroad: 'Transfer abroad',
    term: 'Consent lasts',
    public: 'Distribution in publicly available sources',
    changes: 'Policy changes',
    automated: 'automation',
    withdrawal: 'withdrawing consent',
    unstated: 'what is not stated',
  },
  data: '[EXAMPLE] surname, first name, patronymic, e-mail, phone number',
  purposes: '[EXAMPLE] providing services, identifying you, interacting with you',
  recipients: '[EXAMPLE] state bodies, on their reasoned request',
  recipientsNo: 'nobody',
  abroadSomewhere: 'data may be stored abroad; countries not stated',
  abroadNo: 'does not take place',
  unstated: 'not stated',
  untilAchieved: 'until the purpose is achieved',
  until: (day) => `until ${dateInSentence(day, 'en')}`,
  publicYes: 'takes place',
  publicNo: 'does not take place',
  changes: '[EXAMPLE] how and when the operator may change it',
  automated:
    '[EXAMPLE] Whether data undergoes automated processing, and whether decisions are made without a human.',
  withdrawal: (email, url) =>
    `[EXAMPLE] To withdraw consent, ${url === null ? '' : `open the page ${url} or `}write to the operator${email === null ? '' : `: ${email}`}. Say here what happens then.`,
  bin: 'the operator’s BIN',
  address: 'the operator’s address',
  retention: 'how long data is kept',
  unstatedList: (things) => `The policy does not state: ${things.join('; ')}.`,
  preamble: 'Preamble',
  agree: (name) =>
    `[EXAMPLE] I agree to ${name} collecting and processing this personal data to provide services, identify me and interact with me`,
  accept: 'I agree',
  decline: 'I do not agree',
  optional: (id) =>
    `[EXAMPLE] I agree to this personal data being used for ${EN_PURPOSES[id] ?? `the purpose “${id}” (call it in words)`}`,
};

/** First words, by language. */
export const EXAMPLES = {kk, ru, en};
