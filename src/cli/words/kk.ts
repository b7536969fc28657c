import type {Release} from '../../core/index.js';
import {calendarDate, dateInSentence} from '../../l10n/format-date.js';
import {countryName, termWords} from '../init/value-words.js';
import type {Question} from '../draft/questions.js';

const LANGS: Record<string, string> = {kk: 'қазақша', ru: 'орысша', en: 'ағылшынша'};
const lang = (code: string) => LANGS[code] ?? code;
const list = (items: readonly string[]) => items.join(', ');
const and = (items: readonly string[]) => items.join(', ').replace(/, ([^,]*)$/, ' және $1');
const quoted = (items: readonly string[]) => items.map((item) => `«${item}»`).join(', ');
const onlyTexts = (changed: readonly string[], left: readonly string[]) =>
  `Тек ${and(changed.map(lang))} мәтін өзгерді, ${and(left.map(lang))} ${left.length > 1 ? 'мәтіндер' : 'мәтін'} өзгерген жоқ.`;

/** When a release comes into force: its day, and the hour where it is not midnight. */
const when = (instant: string | null) => {
  if (instant === null) return 'күшіне енген';
  const time = instant.slice(11, 16);
  const day = dateInSentence(calendarDate(instant), 'kk');
  return time === '00:00' ? day : `${day}, сағат ${time}`;
};
const begins = (instant: string | null) =>
  instant === null ? 'Күшіне енген' : `Күшіне ену күні: ${when(instant)}`;
const began = (instant: string | null) => (instant === null ? '' : ` (күшіне енген күні: ${when(instant)})`);

const questions: Record<Question, string> = {
  name: 'Ұйымның тіркеу құжатындағы толық атауы қандай? Мысалы: «Үлгі» ЖШС. Сайттың атауы жарамайды.',
  bin: 'Ұйымның БСН-і немесе жеке кәсіпкердің ЖСН-і қандай (12 цифр)?',
  address: 'Заңды мекенжайы қандай?',
  email: 'Сұрақтар мен келісімді қайтарып алу туралы өтініштер қандай электрондық поштаға жіберіледі?',
  url: 'Сайттың мекенжайы қандай? Мысалы: https://example.kz/',
  fields:
    'Нысанда адам тегін, атын, әкесінің атын жаза ма? Қай өрістерде? Өрістердің техникалық атауын сайтты жасаушыдан сұраңыз, мысалы: surname, given, patronymic.',
  term: 'Келісім қанша уақытқа беріледі: белгілі күнге дейін (2027-12-31), белгілі мерзімге (мысалы, 3 жыл) әлде мақсатқа жеткенге дейін?',
  recipients:
    'Мемлекеттік органдардан басқа деректерді кім алады немесе көреді: хостинг, хат тарату қызметі, төлем жүйесі, бухгалтерлік фирма, серіктестер?',
  home: 'Деректер Қазақстандағы серверде сақтала ма? (иә / жоқ / білмеймін)',
  abroad:
    'Деректер шетелде де сақтала ма? Қай елдерде? (Бұлтты қызметтер мен пошта да есептеледі. Елдері белгісіз болса: иә.)',
  public:
    'Деректерді кез келген адам көре алатын жерде (сайтта, әлеуметтік желіде) жариялайсыз ба? (иә / жоқ / білмеймін)',
  data: 'Нысанда қандай деректер сұралады? Құжаттардың көшірмелері керек болса, әр құжатты атаңыз. Деректің әр түрінен кейін саясаттың тармағын жазыңыз, мысалы: аты-жөні 2.3.1, пошта 2.3.2, телефон 2.3.3, құжаттардың көшірмелері 1.6',
  purposes:
    'Деректер не үшін керек? Қайсысы тіркелу үшін міндетті, қайсысы (жарнама, зерттеу) міндетті емес? Әр мақсаттан кейін саясаттың тармағын жазыңыз, мысалы: қызмет көрсету 2.2.1, жарнама 2.2.4 міндетті емес',
  automated:
    'Адамның қатысуынсыз шешім қабылдана ма немесе деректер автоматтандырылған түрде өңделе ме? (иә / жоқ / білмеймін)',
  keeping: 'Деректер қанша уақыт сақталады, содан кейін не болады?',
  minors: 'Тіркелетіндер арасында кәмелетке толмағандар бар ма? Олар үшін кім келісім береді?',
  official: 'Саясаттың мәтіні қай тілде бекітілген? (қазақша / орысша / ағылшынша; бірнешеу болуы мүмкін)',
  approved: 'Бекітілген мәтінді кім, қашан бекітті?',
  withdrawal: 'Келісімді қайтарып алатын беттің мекенжайы қандай? Мысалы: https://example.kz/my-consent',
};

/** What the operator reads in Kazakh, the source of the other languages. */
export const kk = {
  questions,
  asked: {
    name: 'ұйымның атауы',
    bin: 'БСН',
    address: 'заңды мекенжай',
    email: 'электрондық пошта',
    url: 'сайт мекенжайы',
    fields: 'аты-жөні жазылатын өрістер',
    term: 'келісім мерзімі',
    recipients: 'деректерді кім алады',
    home: 'деректер қайда сақталады',
    abroad: 'шетелге беру',
    public: 'жалпыға қолжетімді көздерде тарату',
    data: 'қандай деректер',
    purposes: 'мақсаттар',
    automated: 'автоматтандырылған өңдеу',
    keeping: 'сақтау мерзімі',
    minors: 'кәмелетке толмағандар',
    official: 'бекітілген мәтіннің тілі',
    approved: 'кім, қашан бекітті',
    withdrawal: 'келісімді қайтарып алу беті',
  } satisfies Record<Question, string>,
  row: {
    layer: 'жол қайда көрінеді',
    order: 'жолдардың реті',
    points: 'бірден',
    details: '«Толығырақ» бөлігінде',
  },
  optional: () => 'міндетті емес',
  term: (value: string) => termWords(value, 'kk'),
  country: (code: string) => countryName(code, 'kk'),
  said: {yes: 'иә', no: 'жоқ', unknown: 'білмеймін, кейін толтырамын'},
  lang,

  // files
  signs: {
    tab: 'Жолдың басында табуляция тұр. Оның орнына бос орын (пробел) қойыңыз.',
    twice: 'Бұл атау екінші рет кездесіп тұр. Біреуін өшіріңіз.',
    colon:
      'Бұл жолды оқу мүмкін емес: мәтіннің ішінде қос нүкте тұрған болуы мүмкін. Мәтінді түгел тік тырнақшаға "…" алыңыз («…» және “…” жарамайды).',
    noColon: (name: string) => `Атаудан кейін қос нүкте керек: «${name}:».`,
    unclear:
      'Бұл жолды оқу мүмкін емес. Көрші жолдармен салыстырыңыз: бос орындар саны мен белгілері бірдей болуы керек.',
  },
  noWords: (field: string) => `${field}: мәтін жоқ. Мәтінін жазыңыз.`,
  exampleLeft: (field: string) =>
    `${field}: үлгі мәтін қалып қойған. Өз мәтініңізді жазып, тік жақшадағы белгіні өшіріңіз.`,
  instructionLeft: (field: string, hint: string) =>
    `${field}: үлгідегі «${hint}» деген сөздер қалған. Олардың орнына өз мәтініңізді жазыңыз.`,
  notAList: (field: string) => `${field}: тізім керек. Әр жолын «- » белгісінен бастаңыз.`,
  notNamed: (field: string) => `${field}: әр жол «атау: мәтін» түрінде жазылуы керек.`,
  badId: (id: string) =>
    `«${id}» атауы жарамайды. Тек кіші латын әріптерін, цифрларды және сызықшаны қолданыңыз.`,
  unknownField: (field: string, near: string | undefined) =>
    near === undefined
      ? `«${field}» деген атау жоқ. Бұл жолды өшіріңіз.`
      : `«${field}» деген атау жоқ. «${near}» болуы керек пе?`,
  badClause: (clause: string) => `«${clause}» – тармақ нөмірі емес. Мысалы: 2.2.1, 1.6`,
  noPoints: () => 'points: бірде-бір жол жоқ. Адам бірден көретін жолдарды жазыңыз.',
  idTwice: (id: string) => `«${id}» екінші рет кездесіп тұр. Әр жолдың атауы бөлек болуы керек.`,
  noNotice: () =>
    'Бірде-бір тілде мәтін жоқ. draft/notice.kk.yaml және draft/notice.ru.yaml файлдарын толтырыңыз.',
  noAnswers: () => 'Жауаптар файлы жоқ. answers.yaml файлын қайтарып қойыңыз.',
  notText: (kind: string) =>
    `Бұл – ${kind} құжаты. Оны Word бағдарламасында ашып, «Кәдімгі мәтін» (.txt) етіп, UTF-8 кодтауымен сақтаңыз.`,
  notUtf8: () =>
    'Файлдың кодтауы UTF-8 емес. Блокнотта «Басқаша сақтау» мәзірін ашып, «Кодтау» дегеннен UTF-8 таңдаңыз.',
  emptyDocument: () => 'Құжат бос. Саясаттың толық мәтінін қойыңыз.',
  documentTwice: (code: string) => `Құжаттың екінші нұсқасы бар (${lang(code)}). Біреуін қалдырыңыз.`,

  // answers
  noAnswer: (field: string, question: string) =>
    `${field}: жауап жоқ. ${question} Жауабын жазыңыз немесе «жоқ», «білмеймін» деңіз.`,
  neededFirst: (field: string, question: string) => `${field}: бұл жауапсыз жариялауға болмайды. ${question}`,
  emptyAnswer: () => 'Бос жол – жауап емес. Жауабын жазыңыз немесе «жоқ», «білмеймін» деңіз.',
  noIsNoAnswer: () =>
    'Мұнда «жоқ» деп жауап беруге болмайды: жауаптың өзін жазыңыз немесе «білмеймін» деңіз.',
  yesIsNoAnswer: () => 'Мұнда «иә» жеткіліксіз: жауаптың өзін жазыңыз немесе «жоқ», «білмеймін» деңіз.',
  yesOrNo: (text: string) => `«${text}» – жауап емес. «иә» немесе «жоқ» деп жазыңыз.`,
  yesNoOrUnknown: (text: string) => `«${text}» – жауап емес. «иә», «жоқ» немесе «білмеймін» деп жазыңыз.`,
  badBin: (text: string) =>
    `«${text}» – БСН де, ЖСН де емес: 12 цифр болуы және соңғысы (бақылау цифры) қалғандарына сәйкес келуі керек. Құжатпен салыстырыңыз.`,
  badEmail: (text: string) => `«${text}» – электрондық пошта емес. Мысалы: hello@example.kz`,
  badUrl: (text: string) => `«${text}» – сайт мекенжайы емес. Ол https:// деп басталуы керек.`,
  badTerm: (text: string) =>
    `«${text}» – түсініксіз мерзім. Былай жазыңыз: 3 жыл, 2027-12-31 немесе «мақсатқа жеткенге дейін».`,
  badCountry: (text: string) => `«${text}» – елдің атауы емес. Мысалы: Германия, Ирландия немесе DE, IE.`,
  badFields: () =>
    'Өрістердің техникалық атауларын ғана үтір арқылы жазыңыз, мысалы: surname, given, patronymic',
  noAlone: () =>
    'Жауап «жоқ» болса, тек осы сөзді жазыңыз. Басқаша болса, жауаптың өзін жазыңыз немесе «білмеймін» деңіз.',
  notAbroad: (text: string) => `«${text}» – шетел емес. Басқа елдерді атаңыз немесе «жоқ» деп жазыңыз.`,
  badData: (text: string) => `«${text}»: деректің атауын және тармағын жазыңыз, мысалы: телефон 2.3.3`,
  badPurpose: (text: string) =>
    `«${text}»: мақсаттың атауын және тармағын жазыңыз, мысалы: қызмет көрсету 2.2.1 немесе жарнама 2.2.4 міндетті емес`,
  badLanguage: (text: string, codes: string) => `«${text}» деген тіл жоқ. Біреуін таңдаңыз: ${codes}.`,
  itemTwice: (id: string) => `«${id}» екі рет аталған. Біреуін өшіріңіз.`,

  // check
  pointsDiffer: (first: string, missing: string[], extra: string[]) =>
    `Жолдар ${lang(first)} мәтіндегідей емес.${missing.length ? ` Жетіспейді: ${list(missing)}.` : ''}${extra.length ? ` Артық: ${list(extra)}.` : ''} Барлық тілде бірдей жолдар болуы керек.`,
  orderDiffers: (first: string) => `Жолдардың реті ${lang(first)} мәтіндегідей емес.`,
  clausesDiffer: (id: string, found: string[], first: string, wanted: string[]) =>
    `«${id}» жолында тармақтар: ${list(found) || 'жоқ'}; ал ${lang(first)} мәтінде: ${list(wanted) || 'жоқ'}. Бірдей етіңіз.`,
  namesDiffer: (field: string, first: string, missing: string[], extra: string[]) =>
    `${field} бөлігі ${lang(first)} мәтіндегідей емес.${missing.length ? ` Жетіспейді: ${list(missing)}.` : ''}${extra.length ? ` Артық: ${list(extra)}.` : ''}`,
  languageMissing: (code: string) =>
    `Мәтіннің ${lang(code)} нұсқасы жоқ. Заң бойынша тұтынушыға ақпарат қазақ және орыс тілдерінде беріледі.`,
  languageGone: (code: string) =>
    `draft/notice.${code}.yaml файлы жоқ, ал өткен нұсқада болған. Файлды қайтарыңыз. Адамдарға бұл тілде енді ақпарат берілмейтін болса: ipsm-policy publish --without ${code}`,
  languageRenamed: (code: string, had: boolean, stray: string) =>
    `draft/notice.${code}.yaml файлы жоқ${had ? ', ал өткен нұсқада болған' : ''}. Бумада ${stray} бар: атын notice.${code}.yaml деп өзгертіңіз.`,
  agreeForDiffers: () =>
    'Өкілге арналған сөйлем (agreeFor) бір тілде бар, басқасында жоқ. Барлық тілде жазыңыз.',
  clauseName: (clause: string) => `«${clause}» бөлігінің нөмірі жоқ: clauseNames бөлігінде атауын жазыңыз.`,
  clauseLost: (id: string, clause: string, file: string) =>
    `«${id}»: ${clause}-тармақ ${file} құжатында жоқ. Тармақты түзетіңіз немесе құжатты қараңыз.`,
  noAnchors: () =>
    'Бұл құжаттағы тармақтардың ешқайсысына сілтеме жасау мүмкін емес. Құжатты жай мәтін (.txt) етіп сақтаңыз: әр тармақ өз нөмірінен басталсын. Немесе беттің кодына id="2.2.1" сияқты белгілер қойғызыңыз.',
  noDocument: (code: string) =>
    `Саясаттың толық мәтіні (${lang(code)}) жоқ. Оны draft/document.${code}.txt файлына сақтаңыз.`,
  purposeUnsaid: (id: string) =>
    `«${id}» – міндетті емес мақсат, бірақ сөйлемі жазылмаған. purposes бөлігіне жазыңыз.`,
  purposeUnknown: (id: string) =>
    `«${id}» деген міндетті емес мақсат жауаптарда жоқ. Осы сөйлемді өшіріңіз немесе answers.yaml файлын түзетіңіз.`,
  agreeForMissing: () =>
    'Кәмелетке толмағандар тіркеледі деп жауап бердіңіз, бірақ өкілге арналған сөйлем (agreeFor) жоқ.',
  rowMissing: (id: string, asked: string) =>
    `«${id}» жолы жоқ. Заң бойынша келісімде мынау көрсетілуге тиіс: ${asked}.`,
  leftover: (id: string, question: string, asked: string) =>
    `«${id}» жолында әлі «көрсетілмеген» делінген, ал answers.yaml файлында жауап бар (${question}: ${asked}). Жолды түзетіңіз.`,
  unstated: (id: string, question: string, asked: string) =>
    `«${id}» жолында жауап бар сияқты жазылған, ал answers.yaml файлында ол жоқ (${question}: ${asked}). Біреуін түзетіңіз.`,
  tooLong: (words: number, limit: number) =>
    `Адам бірден көретін мәтінде ${words} сөз бар, ${limit} сөзден аспағаны жөн: ұзағын ешкім оқымайды. Бір бөлігін details бөлігіне көшіріңіз.`,
  tooMany: (found: number, limit: number) =>
    `Адам бірден көретін жол саны – ${found}, ${limit} жолдан аспағаны жөн. Қалғанын details бөлігіне көшіріңіз.`,
  oneLanguage: (changed: string[], left: string) =>
    `${onlyTexts(changed, [left])} Солай болмауы керек болса, оны да түзетіңіз.`,
  nowRequired: (id: string) => `«${id}» мақсаты бұрын міндетті емес еді, енді міндетті болып тұр.`,
  noChanges: () =>
    'changes: не өзгергені жазылмаған немесе бұрынғысы қалған. Бұрын келіскен адамдар осы жолдарды көреді.',
  archiveUnreadable: () =>
    'Жарияланғанның мұрағатындағы файл оқылмайды. Оны сақтық көшірмеден қайтарыңыз: мұрағатты қолмен өзгертуге болмайды.',
  archiveMissing: () => 'Жарияланған құжат мұрағаттан жоғалған. Оны сақтық көшірмеден қайтарыңыз.',
  archiveAltered: () => 'Жарияланған құжат кейін өзгертілген. Оны сақтық көшірмеден қайтарыңыз.',
  archiveGap: () =>
    'Мұрағаттағы бұл бума жоқ. Оны сақтық көшірмеден қайтарыңыз. Ол орнына келгенше жариялауға болмайды.',
  cancellationOf: (version: string) => `${version} нұсқасының күшін жою туралы жазба`,
  archiveLost: (lost: string[]) =>
    `upload бумасында мыналар бар, ал archive бумасында жоқ: ${list(lost)}. archive бумасын сақтық көшірмеден қайтарыңыз (оның аты өзгертілмеген бе?). Ол орнына келгенше жариялауға болмайды.`,
  archiveDisagrees: (version: string) =>
    `archive және upload бумаларында ${version} нұсқасы екі түрлі: бірі кейін өзгертілген. Соны сақтық көшірмеден қайтарыңыз. Ол орнына келгенше жариялауға болмайды.`,
  releaseAltered: (version: string) =>
    `${version} нұсқасының мәтіні жарияланғаннан кейін өзгертілген. Файлды сақтық көшірмеден қайтарыңыз.`,
  publishedAsCorrection: (version: string) =>
    `${version} нұсқасы түзету деп жарияланған, бірақ шарттарды өзгертеді: адамдардан қайта сұралады.`,
  uploadStale: () =>
    'upload бумасындағы файл жарияланғаннан өзгеше. ipsm-policy publish командасын іске қосыңыз.',
  liveAddress: (address: string) =>
    `«${address}» – сайттағы буманың мекенжайы емес. settings.yaml файлындағы site жолына https:// деп басталатын мекенжай жазыңыз.`,
  liveStatus: (url: string, status: number) =>
    `${url} ашылмайды: сайт ${status} деп жауап берді. upload бумасын сайтқа көшіріңіз.`,
  liveDiffers: (url: string) =>
    `${url} жарияланғаннан өзгеше. upload бумасын сайтқа өзгертпей, қайта көшіріңіз.`,
  liveUnreachable: (url: string, reason: string) =>
    `${url} ашылмайды: ${reason}. Байланыс пен мекенжайды тексеріңіз.`,
  warningMark: () => 'ескерту: ',
  questionsHead: () => 'Ашық сұрақтар. Жауабы болмаса, әр келісім жазбасында «көрсетілмеген» деп тұрады:',
  wordCount: (code: string, words: number, limit: number | null) =>
    `Адам бірден көретін сөз саны, ${lang(code)}: ${words}${limit === null ? '' : ` (${limit} сөзден аспағаны жөн)`}`,
  canBeFirst: () => 'Алғашқы нұсқа ретінде жариялауға болады.',
  isPublished: (version: string) => `Жаңасы жоқ: дәл осы мәтін ${version} нұсқасы болып жарияланған.`,
  canBeNewTerms: (fields: string[]) =>
    `Жаңа шарттар ретінде ғана жариялауға болады: барлық адамнан қайта сұралады, себебі мыналар өзгерді: ${list(fields)}.`,
  canBeCorrection: () => 'Түзету ретінде жариялауға болады: ешкімнен қайта сұралмайды.',
  checked: (problems: number, warnings: number, open: number) =>
    `Қате: ${problems}, ескерту: ${warnings}, ашық сұрақ: ${open}.`,

  // publish
  oneKind: () => 'Біреуін ғана таңдаңыз: --correction немесе --new-terms.',
  kindNeeded: () =>
    'Не жариялап жатқаныңызды көрсетіңіз: --correction (түзету, ешкімнен қайта сұралмайды) немесе --new-terms (жаңа шарттар, барлығынан қайта сұралады).',
  askKind: () =>
    'Бұл не? 1 – түзету: ешкімнен қайта сұралмайды. 2 – жаңа шарттар: барлығынан қайта сұралады.',
  oneOrTwo: () => '1 немесе 2 деп жазыңыз.',
  dateNeeded: () => 'Қашан күшіне енетінін көрсетіңіз: --date 2026-12-01 немесе --date now (қазір).',
  askDate: () => 'Қашан күшіне енеді? Күнін жазыңыз, мысалы 2026-12-01, немесе «қазір».',
  badDate: (text: string) =>
    `«${text}» – күн емес. Былай жазыңыз: 2026-12-01, 2026-12-01 09:00 немесе «қазір».`,
  pastDate: (text: string) =>
    `${text}: бұл уақыт өтіп кеткен. Алдағы күнді таңдаңыз, немесе бірден күшіне енуі керек болса, «қазір» (now) деңіз.`,
  sameTime: (version: string) =>
    `Дәл сол уақытта ${version} нұсқасы күшіне енеді. Басқа уақытты таңдаңыз немесе алдымен оның күшін жойыңыз: ipsm-policy cancel ${version}`,
  notACorrection: (fields: string[]) =>
    `Бұл түзету емес, жаңа шарттар, себебі мыналар өзгерді: ${list(fields)}. Жаңа шарттар ретінде жариялаңыз (--new-terms) немесе осы жерлерді бұрынғы күйіне келтіріңіз.`,
  changesFirst: (langs: string[]) =>
    `Не өзгергені жазылмаған: ${list(langs.map((code) => `draft/notice.${code}.yaml`))}. Ең соңындағы changes бөлігіне әр тілде жазыңыз.`,
  onlyLanguage: (changed: string[], left: string[]) => `${onlyTexts(changed, left)} Солай болуы керек пе?`,
  confirmRequired: (ids: string[]) =>
    `Бұрын міндетті емес болған мақсат енді міндетті болады: ${quoted(ids)}. Солай болуы керек пе?`,
  binFilled: () =>
    'БСН алғаш рет көрсетілді: бұрын келіскендер оператордың кім екенін толық білмеген. Барлығынан қайта сұраған дұрыс – жаңа шарттар ретінде жариялаңыз. Бәрібір түзету ретінде жариялайсыз ба?',
  rowCalled: (label: string) => `«${label}» жолы`,
  textsCalled: {brief: 'хабарламадағы қысқаша мазмұн', title: 'қысқаша мазмұнның тақырыбы'},
  partCalled: (id: string) => `«${id}» бөлігінің атауы`,
  fullText: (code: string) => `толық мәтін (${lang(code)})`,
  sameMeaning: (changed: string[]) =>
    `Өзгергені: ${list(changed)}. Мағынасы өзгерсе, бұл – жаңа шарттар (--new-terms). Мағынасы бұрынғыдай, тек қалай айтылғаны өзгерді ме?`,
  yesNoHint: () => '(иә / жоқ)',
  confirmWith: (flag: string) => `Солай болуы керек болса, ${flag} деп қосыңыз.`,
  firstIsNew: () => 'Әлі ештеңе жарияланбаған, сондықтан түзететін ештеңе жоқ. --new-terms деп жариялаңыз.',
  spoilt: (version: string) =>
    `${version} нұсқасы түзету ретінде алдын ала хабарланған, бірақ мынадан кейін жаңа шарттарға айналады. Алдымен оның күшін жойыңыз: ipsm-policy cancel ${version}`,
  tooLarge: () => 'Барлық нұсқалар бірге 512 КБ-тан асады, беттер оны оқымайды. Мәтіндерді қысқартыңыз.',
  previewFirst: () => 'Дәл осы мәтінді әлі ешкім көрген жоқ. Алдымен қарап шығыңыз: ipsm-policy preview',
  otherVersion: (given: string, wanted: string) =>
    `«${given}» деп жаздыңыз, ал нұсқаның атауы – ${wanted}. Ештеңе өзгерген жоқ.`,
  notConfirmed: (version: string) =>
    `Ештеңе жарияланған жоқ. Растау үшін осы команданың соңына мынаны қосыңыз: --yes ${version}`,
  notTheVersion: (version: string) =>
    `Бұл нұсқаның атауы емес. ${version} деп жазыңыз немесе Ctrl+C басып, тоқтатыңыз.`,
  differsFrom: (version: string) => `${version} нұсқасынан айырмашылығы:`,
  firstRelease: () => 'Бұл – алғашқы нұсқа.',
  whatHappens: ({change, effectiveFrom}: Release, before: Release | undefined) =>
    before === undefined
      ? `Тіркелетін адамдар осы мәтінді көреді. ${begins(effectiveFrom)}.`
      : change === 'editorial'
        ? `Адамдар түзетілген мәтінді көреді, ешкімнен қайта сұралмайды. ${begins(effectiveFrom)}.`
        : `Бұрын келіскен адамдардың бәрінен қайта сұралады, оларға не өзгергені көрсетіледі. ${begins(effectiveFrom)}.`,
  typeVersion: (version: string) =>
    `Жарияланған мәтінді қайтарып алуға болмайды. Жариялау үшін нұсқаның атауын жазыңыз: ${version}`,
  changedMeanwhile: () =>
    'Осы арада басқа біреу жаңа нұсқа жариялады, сондықтан бұл жарияланған жоқ. Команданы қайта іске қосыңыз.',
  uploadFailed: (version: string, reason: string) =>
    `${version} нұсқасы жарияланды, мұрағатта сақталды, бірақ upload бумасы толық жазылмады (${reason}). Себебін жойып, ipsm-policy publish командасын қайта іске қосыңыз.`,
  published: ({version, effectiveFrom}: Release) => `Жарияланды: ${version}. ${begins(effectiveFrom)}.`,
  alreadyPublished: (version: string, folder: string) =>
    `Жаңасы жоқ: дәл осы мәтін ${version} нұсқасы болып жарияланған. ${folder} бумасы тексерілді.`,
  nothingNew: (version: string, given: string, announced: boolean) =>
    `Жарияланбады: дәл осы мәтін ${version} нұсқасы болып жарияланған, ${given} үшін жаңасы жоқ.${announced ? ` Күні басқа болуы керек болса, алдымен оның күшін жойыңыз: ipsm-policy cancel ${version}` : ''}`,
  uploadNow: (folder: string, site: string | null) =>
    `Енді ${folder} бумасын түгелдей сайтқа көшіріңіз${site === null ? '' : ` (${site})`}. Көшірілгенше сайттағы мәтін бұрынғы күйінде қалады. Содан кейін тексеріңіз: ipsm-policy check --live`,

  // cancel, restore, show, diff, export, verify, html
  uploadFirst: (folder: string, site: string | null) =>
    `Енді ${folder} бумасын түгелдей сайтқа көшіріңіз${site === null ? '' : ` (${site})`}. Көшірілгенше сайтта саясат жоқ. Содан кейін тексеріңіз: ipsm-policy check --live`,
  uploadCancelled: (folder: string, site: string | null, version: string, from: string | null) =>
    `Енді ${folder} бумасын түгелдей сайтқа көшіріңіз${site === null ? '' : ` (${site})`}. Көшірілгенше сайтта күші жойылған ${version} нұсқасы тұра береді де, сол жерде күшіне енеді (${when(from)}). Содан кейін тексеріңіз: ipsm-policy check --live`,
  uploadMended: (folder: string) => `${folder} бумасы толықтырылды.`,
  askedAlready: (from: string | null) =>
    `Күшіне ену күні: ${when(from)}. Оған дейін басқа нұсқа жоқ, сондықтан бума сайтқа көшірілген бойда сайт осы нұсқаны көрсетеді және келісім сұрайды. Келісім тек сол күннен бастап сұралуы керек болса, буманы сол күні көшіріңіз.`,
  cancelFirst: (version: string) =>
    `Алғашқы ${version} нұсқасы әлі күшіне енген жоқ. Оны түзету үшін күшін жойыңыз (ipsm-policy cancel ${version}), содан кейін жобаны қайта жариялаңыз.`,
  cancelledLast: (version: string) => `${version} нұсқасының күші жойылды. Енді күшінде ешқандай нұсқа жоқ.`,
  notPublished: () => 'Жарияланбады.',
  idChanged: (now: string, was: string) =>
    `id – «${now}», ал жарияланған саясаттың атауы – «${was}». Бұрынғы атауды қайтарыңыз: келісім жазбалары соған сілтейді.`,
  unknownVersion: (version: string, known: string[]) =>
    known.length
      ? `«${version}» деген нұсқа жоқ. Бары: ${list(known)}.`
      : `«${version}» деген нұсқа жоқ: әлі ештеңе жарияланбаған.`,
  cannotCancel: (version: string) =>
    `${version} нұсқасы күшіне еніп қойған, оның күшін жоюға болмайды. Жаңа нұсқа жариялаңыз.`,
  cancelNotConfirmed: (version: string) =>
    `Ештеңе өзгерген жоқ. Растау үшін мынаны қосыңыз: --yes ${version}`,
  typeToCancel: (version: string) =>
    `${version} нұсқасының күшін жойып жатырсыз: ол күшіне енбейді. Растау үшін атауын жазыңыз: ${version}`,
  cancelled: (version: string, inForce: string) => `${version} нұсқасының күші жойылды. Күшінде: ${inForce}.`,
  restored: (version: string, folder: string) =>
    `${folder} бумасында енді ${version} нұсқасының файлдары тұр.`,
  keptAside: (folder: string) => `Бұрынғы жарияланбаған жобаңыз «${folder}» бумасында сақталды.`,
  nothingPublished: () => 'Әлі ештеңе жарияланбаған.',
  listed: (version: string, state: string, change: string, from: string | null) =>
    `${version} – ${({'in-force': `күшінде${began(from)}`, announced: `алдын ала хабарланған, ${begins(from).toLowerCase()}`, cancelled: 'күші жойылған, күшіне енбейді', past: `бұрын күшінде болған${began(from)}`} as Record<string, string>)[state] ?? state}, ${change === 'editorial' ? 'түзету' : 'жаңа шарттар'}`,
  noDifference: (a: string, b: string) => `${a} мен ${b} арасында айырмашылық жоқ.`,
  documentDigest: (mark: string) => `құжаттың мәтіні басқа (${mark}…)`,
  exportTitle: (id: string, version: string) => `${id}: саясаттың ${version} нұсқасы`,
  inForceFrom: (instant: string | null) => `${begins(instant)}.`,
  wasCancelled: (instant: string) => `Күші жойылған күні: ${when(instant)}.`,
  documentsHead: () => 'Толық мәтін',
  unsaid: () => 'көрсетілмеген',
  exported: (file: string) => `Жазылды: ${file}. Браузерде ашып, басып шығаруға болады.`,
  noFile: (file: string) => `«${file}» файлы табылмады. Атауы мен бумасын тексеріңіз.`,
  isFolder: (file: string) => `«${file}» – файл емес, бума. Ішіндегі файлдың атауын жазыңыз.`,
  noRecords: (file: string) => `«${file}» файлында бірде-бір жазба жоқ.`,
  /** Why a line is no record of what was published, by code. */
  badRecord: {
    json: 'Бұл келісім жазбасы емес: жолды оқу мүмкін емес.',
    'too-large': 'Жазба тым үлкен.',
    type: 'Жазбаның осы жерінде болуға тиісті нәрсе тұрған жоқ.',
    value: 'Жазбаның осы жерінде болуға тиісті нәрсе тұрған жоқ.',
    missing: 'Жазбада бұл жетіспейді.',
    duplicate: 'Жазбада бұл қайталанады.',
    'not-canonical': 'Жазба қайта жазылған: бағдарлама оны басқаша жазады. Жазбаны келген күйінде алыңыз.',
    'unknown-policy': 'Жазба басқа саясат туралы.',
    'unknown-version': 'Мұндай нұсқа жарияланбаған.',
    'unknown-language': 'Бұл нұсқада осы тілдегі мәтін жоқ.',
    contradiction: 'Жазба өзіне-өзі қайшы.',
    altered: 'Жазба жарияланған мәтінге сәйкес келмейді: ол өзгертілген.',
  } as Record<string, string>,
  verified: (good: number, wrong: number) => `Дұрыс жазбалар: ${good}; дұрыс емес: ${wrong}.`,
  addressFirst: () => 'settings.yaml файлындағы site жолына upload бумасының сайттағы мекенжайын жазыңыз.',
  noSuchLanguage: (code: string, known: string[]) => `«${code}» тілінде мәтін жоқ. Бары: ${list(known)}.`,
  scriptFiles: (files: string[]) =>
    `${list(files)} файлдары ipsm-consent пакетінің dist/cdn бумасында. Оларды беттің жанына көшіріңіз немесе мекенжайын көрсетіңіз: --script https://…/ipsm-consent.min.js`,

  // init and the frame
  threeAnswers: () =>
    'Әр сұраққа үш түрлі жауап беруге болады: жауаптың өзі; «жоқ»; «білмеймін» (кейін толтырасыз). Бос жол «жоқ» дегенді білдірмейді.',
  questionOf: (number: number, all: number) => `${all} сұрақтың ${number}-сұрағы.`,
  answersFound: (file: string) =>
    `Бұрын берілген жауаптар ${file} файлынан алынды. Жауабы жоқ сұрақтар ғана қойылады.`,
  answersKept: (file: string) =>
    `Тоқтатылды. Жауаптар сақталды (${file}). Жалғастыру үшін сол команданы қайта іске қосыңыз: ipsm-policy init`,
  answersMissing: (flags: string[]) =>
    `Мына сұрақтарға жауап берілмеген: ${list(flags)}. Терминалда іске қосыңыз, жауаптарды осылай қосыңыз (мысалы, --bin "білмеймін") немесе файлмен беріңіз: --answers answers.yaml`,
  badDocumentFlag: (given: string) =>
    `--document "${given}": тілі мен файлын жазыңыз, мысалы: --document kk=sayasat.txt`,
  askDocument: (code: string) =>
    `Бекітілген мәтін (${lang(code)}) қай файлда? Файлдың атауын жазыңыз (.txt немесе .html) немесе «білмеймін».`,
  folderExists: () => 'Бұл бумада саясат бұрыннан бар. Басқа, бос бумада бастаңыз.',
  fileExists: (file: string) =>
    `${file} файлы бұрыннан бар, оның үстіне жазылмайды. Оны басқа жерге көшіріңіз.`,
  wrote: () => 'Жазылды:',
  afterInit: () =>
    'Енді draft бумасындағы notice файлдарын ашып, [ҮЛГІ] (басқа тілдерде [ПРИМЕР] және [EXAMPLE]) белгісі бар жерлерге өз мәтініңізді жазыңыз. Содан кейін: ipsm-policy check',
  noFolder: (folder: string) =>
    `«${folder}» бумасында саясат жоқ. Саясат тұрған бумаға кіріңіз немесе жаңасын бастаңыз: ipsm-policy init`,
  badSetting: (name: string, value: string, line: number | null) =>
    `settings.yaml${line === null ? '' : `, ${line}-жол`}: ${name} – «${value}» жарамайды. Осы жолды түзетіңіз.`,
  interrupted: () => 'Тоқтатылды. Ештеңе жазылған жоқ.',
  disk: (code: string, path: string) =>
    code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG'
      ? `Дискіде орын жоқ (${path}). Орын босатып, команданы қайта іске қосыңыз. Жарияланғандарға зиян келген жоқ.`
      : `Файлға жазу немесе оны оқу мүмкін емес (${path}, ${code}). Бумаға рұқсатыңыз бар ма, файл басқа бағдарламада ашық емес пе – тексеріңіз. Жарияланғандарға зиян келген жоқ.`,
  usage: {
    unknownCommand: (name: string) => `«${name}» деген команда жоқ. Тізімі: ipsm-policy --help`,
    unknownOption: (name: string) => `«${name}» деген түсініксіз. Көмек: ipsm-policy --help`,
    missingArgument: (name: string) => `Жетіспейді: ${name}. Көмек: ipsm-policy --help`,
    missingValue: (name: string) => `${name} дегеннен кейін мәні керек. Көмек: ipsm-policy --help`,
    longDash: (given: string, option: string) =>
      `«${given}»: басында ұзын сызық тұр. Оның орнына екі сызықша қойыңыз: ${option}`,
    tooMany: () => 'Артық сөз бар. Көмек: ipsm-policy --help',
    noCommand: () => 'Команданы жазыңыз. Тізімі: ipsm-policy --help',
    badLang: (lang: string) => `«${lang}» тілі жоқ. kk, ru немесе en деп жазыңыз.`,
    badPort: (port: string) => `«${port}» – порт нөмірі емес.`,
  },
  help: {
    program: 'Саясатты жазады, көрсетеді, жариялайды және түзетеді.',
    init: 'жаңа бума: сұрақтар қойып, алғашқы жобаны жазу',
    check: 'жобаның барлық қатесі мен ашық сұрағы, жарияланғандарды тексеру',
    preview: 'жобаны адамдар көретіндей етіп браузерде көрсету',
    publish: 'жобаны жариялау',
    cancel: 'алдын ала хабарланған, әлі күшіне енбеген нұсқаның күшін жою',
    show: 'жарияланған нұсқалар',
    diff: 'екі нұсқаның айырмашылығы (жоба: draft)',
    html: 'бетке қойылатын код',
    verify: 'келісім жазбаларын тексеру (файлда әр жол – бір жазба)',
    export: 'нұсқаны оқуға ыңғайлы құжат етіп жазу',
    restore: 'жобаны жарияланған нұсқадан қайта жасау',
    lang: 'хабарламалардың тілі: kk, ru, en',
    json: 'нәтижені бағдарламаларға арналған JSON түрінде шығару',
    answers: 'жауаптар файлы (answers.yaml сияқты)',
    document: 'бекітілген мәтін, мысалы: kk=sayasat.txt (қайталауға болады)',
    id: 'саясаттың техникалық атауы; кейін өзгертуге болмайды',
    site: 'upload бумасының сайттағы мекенжайы',
    answer: 'сұраққа жауап',
    live: 'сайттағыны жарияланғанмен салыстыру (желі керек)',
    port: 'порт нөмірі',
    noOpen: 'браузерді өзі ашпау',
    correction: 'түзету: ешкімнен қайта сұралмайды',
    newTerms: 'жаңа шарттар: барлығынан қайта сұралады',
    date: 'күшіне ену күні: 2026-12-01 немесе now (қазір)',
    yes: 'растау: нұсқаның атауы',
    oneLanguage: 'мәтіннің тек кейбір тілде өзгергенін растау',
    nowRequired: 'міндетті емес мақсаттың міндетті болғанын растау',
    sameConsents: 'БСН көрсетілсе де, ешкімнен қайта сұрамауды растау',
    sameMeaning: 'жолдың, қысқаша мазмұнның не толық мәтіннің мағынасы өзгермегенін растау',
    without: 'өткен нұсқада болған тіл енді болмайтынын растау, мысалы en',
    language: 'беттің тілі',
    fieldName: 'нысандағы өрістің атауы',
    inline: 'саясатты беттің ішіне қою',
    script: 'скрипт файлының мекенжайы',
  },

  preview: {
    title: 'Алдын ала қарау',
    ready: (url: string) => `Браузерде ашыңыз: ${url}\nФайлды сақтасаңыз, бет өзі жаңарады. Тоқтату: Ctrl+C`,
    noElements: (folder: string) =>
      `Бағдарламаның көрсететін бөлігі табылмады (${folder}). ipsm-consent пакетін қайта орнатыңыз.`,
    portTaken: (port: string) => `${port} порты бос емес. Басқасын таңдаңыз: --port`,
    form: 'Тіркелу нысаны',
    banner: 'Хабарлама (нысаны жоқ беттерде)',
    status: 'Келісім туралы бет және растама',
    changed: 'Бұрын келіскен адам көретіні: не өзгерді',
    difference: (version: string) => `${version} нұсқасынан айырмашылығы`,
    noDifference: 'Айырмашылық жоқ.',
    where: 'Қайда',
    before: 'Бұрын',
    after: 'Енді',
    phone: 'Телефон',
    desktop: 'Компьютер',
    print: 'Басып шығару немесе PDF',
    layers: '«Толығырақ» бөлігін ашу',
    faults: 'Қателер мен ескертулер',
    open: 'Ашық сұрақтар',
    none: 'Жоқ.',
    words: 'Бірден көрінетін сөздер',
    seen: 'Бұл мәтін көрсетілді: енді оны жариялауға болады.',
    drawing: 'Алдын ала қарау дайындалуда…',
    mendFirst:
      'Алдымен қателерді түзетіңіз: оған дейін жариялауға болмайды. Файлды сақтасаңыз, бет өзі жаңарады.',
    failed: 'Жобаны көрсету мүмкін болмады, сондықтан оны жариялауға болмайды. Себебі:',
    gone: 'Алдын ала қарау тоқтады. Команданы қайта іске қосыңыз.',
    draftOnly: 'Бұл – жоба, оны тек осы компьютер көреді. Бұл заң кеңесі емес.',
  },
  page: {
    heading: 'Тіркелу',
    surname: 'Тегі',
    given: 'Аты',
    email: 'Электрондық пошта',
    send: 'Жіберу',
    site: 'Сайттың беті',
    filler: 'Мұнда сайттың өз мәтіні тұрады.',
  },
  notes: {
    file: 'Адам келісер алдында көретін сөздер. # белгісінен басталатын жолдар – түсіндірме, оларды ешкім көрмейді.\nАтауларды (question, text …) өзгертпеңіз. Мәтінді | белгісінен кейінгі жолдан бастаңыз; әр жолының басында үлгідегідей бос орын қалдырыңыз.\n[ҮЛГІ], [ПРИМЕР] немесе [EXAMPLE] деп басталатын мәтіннің орнына өзіңіздікін жазыңыз.',
    question: 'Сұрақ. Нысаны жоқ беттерде хабарламаның тақырыбы болады.',
    brief: 'Сол хабарламадағы бір-екі сөйлем.',
    title: 'Нысандағы қысқаша мазмұнның тақырыбы.',
    points:
      'Бірден көрінетін жолдар, сегізден аспағаны жөн. label – атауы, text – мәні, clauses – саясаттың тармақтары (жоқ болса, бос).\nterm, public, abroad жолдары answers.yaml файлындағы жауаптармен сәйкес болуы керек.',
    details: '«Толығырақ» дегенді басқанда көрінетін жолдар.',
    clauseNames: 'Нөмірі жоқ бөліктердің атауы.',
    agree: 'Құсбелгінің жанындағы сөйлем: адам дәл осыған келіседі.',
    agreeFor: 'Басқа адамның өкілі келісетін сөйлем. Керек болмаса, бос қалдырыңыз.',
    accept: 'Екі батырманың жазуы.',
    purposes: 'Міндетті емес мақсаттардың сөйлемдері: әрқайсысына бөлек құсбелгі.',
    changes:
      'Осы нұсқада не өзгерді: әр жолда бір өзгеріс («- » белгісінен бастаңыз). Бұрын келіскен адамдар осыны көреді. Алғашқы нұсқада бос.',
    answers:
      'Оператордың жауаптары. Әр сұраққа жауабын, «жоқ» немесе «білмеймін» деп жазыңыз; бос қалдыруға болмайды.',
    id: 'Саясаттың техникалық атауы. Алғаш жарияланғаннан кейін өзгертпеңіз.',
    country: 'Елдің коды.',
    time: 'Уақыт белдеуі: тәулік осы белдеу бойынша ауысады.',
    site: 'upload бумасы сайтта тұратын мекенжай.',
  },
};
