const kk = {
  signIn: 'Кіру',
  login: 'Логин',
  password: 'Құпиясөз',
  wrong: 'Логин немесе құпиясөз қате.',
  signOut: 'Шығу',
  data: 'Деректерім',
  name: 'Аты-жөні',
  email: 'E-mail',
  consent: 'Келісімім',
  byMail: 'Келісімді қайтарып алу үшін операторға жазыңыз:',
  goOn: 'Жалғастыру',
  outdated: 'Шарттар өзгерді',
  expired: 'Келісіміңіздің мерзімі аяқталды',
  withdrawn: 'Келісіміңізді қайтарып алдыңыз',
  unasked: 'Деректеріңізді өңдеуге келісіміңіз керек',
  ask: 'Жалғастыру үшін төмендегіні оқып, келісіміңізді беріңіз.',
  changed: 'Келісім бергеніңізден бері не өзгерді:',
  unsaid: 'Не өзгергенін оператор көрсетпеген.',
  refused: 'Келісім қабылданбады, ештеңе сақталмады. Қайта белгілеңіз.',
  otherPerson: 'Бұл форманы басқа адам толтырған: қазір басқа логинмен кірілген. Ештеңе сақталмады.',
};

const ru = {
  signIn: 'Войти',
  login: 'Логин',
  password: 'Пароль',
  wrong: 'Неверный логин или пароль.',
  signOut: 'Выйти',
  data: 'Мои данные',
  name: 'Имя',
  email: 'E-mail',
  consent: 'Моё согласие',
  byMail: 'Чтобы отозвать согласие, напишите оператору:',
  goOn: 'Продолжить',
  outdated: 'Условия изменились',
  expired: 'Срок вашего согласия истёк',
  withdrawn: 'Вы отозвали согласие',
  unasked: 'Нужно ваше согласие на обработку данных',
  ask: 'Чтобы продолжить, прочитайте и дайте согласие.',
  changed: 'Что изменилось с тех пор, как вы дали согласие:',
  unsaid: 'Оператор не указал, что изменилось.',
  refused: 'Согласие не принято, ничего не сохранено. Отметьте ещё раз.',
  otherPerson:
    'Эту форму заполнил другой человек: сейчас вход выполнен под другим логином. Ничего не сохранено.',
};

const en = {
  signIn: 'Sign in',
  login: 'Login',
  password: 'Password',
  wrong: 'The login or the password is wrong.',
  signOut: 'Sign out',
  data: 'My data',
  name: 'Name',
  email: 'E-mail',
  consent: 'My consent',
  byMail: 'To withdraw your consent, write to the operator:',
  goOn: 'Go on',
  outdated: 'The terms have changed',
  expired: 'Your consent has run out',
  withdrawn: 'You have withdrawn your consent',
  unasked: 'Your consent to the processing of your data is needed',
  ask: 'To go on, please read and agree.',
  changed: 'What has changed since you agreed:',
  unsaid: 'The operator has not said what changed.',
  refused: 'Your consent was not taken, and nothing was kept. Please tick again.',
  otherPerson: 'Somebody else has filled in this form: another login is signed in now. Nothing was kept.',
};

export const WORDS = {kk, ru, en};

/** The language of the address, else of the browser, else Kazakh. */
export function langOf(request) {
  const {lang} = request.query;
  const known = Object.keys(WORDS);
  return known.includes(lang) ? lang : request.acceptsLanguages(known) || 'kk';
}

/** The same path of this site in a language. */
export function inLang(path, lang) {
  const {pathname, searchParams} = new URL(path, 'http://localhost');
  searchParams.set('lang', lang);
  return `${pathname}?${searchParams}`;
}
