import { describe, expect, test } from 'vitest';
import { DEFAULT_TEXTS } from '../../src/card-frame/frame/default-texts.js';
import { readOwnWords } from '../i18n/words.js';

/*
 * WCAG 1.3.3: no instruction points at something by its place, its shape, its size, its colour or a sound alone.
 *
 * Looked at: every word of the checkout and of the card frame in English, against all of the lists; and that no language of
 * `ELSEWHERE` says where something is, or what colour or form it has, in a sentence in which English does not.
 * Not looked at: the languages without a line, a merchant's own words, and what is only drawn. A list holds the words that
 * somebody thought of: the rest is for a reader.
 */

const POINTING = [
  // Where it is.
  /\b(left|right|above|below|beneath|under|underneath|beside|opposite|top|bottom|middle|corner|side|edge)\b/i,
  // What form it has, and what size.
  /\b(round|circle|circular|square|rectang\w+|triang\w+|oval|star|dot|box|arrow|icon|symbol|picture|shape|bar|line)\b/i,
  /\b(large|larger|big|bigger|small|smaller|tiny|thick|thin|bold)\b/i,
  // What it looks like, and what it sounds like.
  /\b(red|green|blue|yellow|orange|black|white|gr[ae]y|purple|pink|brown|dark|light|bright|highlighted|colou?r\w*)\b/i,
  /\b(sound|beep|tone|ring|chime|bell|hear|listen|loud)\b/i,
];

/** The same words where they point at nothing; taken out before. */
const OTHER_SENSES = [
  // Not gone yet.
  /\b(time|is|\{\{time\}\}) left\b|^left to pay\b|\{\{time\}\} left/gi,
  // As it should be, or at once.
  /\ba right one\b|\b(not|put) right\b|\bright (now|here)\b/gi,
  /\babove your limit\b|\btop it up\b|^bar code of\b/gi,
];

/** Sentences that point, and call the thing by its name as well: one that stands there as a heading or a label. */
const NAMED: Readonly<Record<string, readonly [name: RegExp, label: string]>> = {
  'error.partMethod': [/\bmethod\b/i, 'picker.legend'],
  'card.installmentsLost': [/\binstalments\b/i, 'card.installments'],
};
/** Said of the very field that it describes, and nowhere else: `aria-describedby` ties the two. */
const OF_ITS_FIELD = ['error.tick'];
/** More than, in a language in which that is “above”. */
const MORE_THAN = ['failure.limit_exceeded', 'error.part_tooMuch'];

const ENGLISH = await readOwnWords('en');

const isPointing = (text: string): boolean => {
  const rest = OTHER_SENSES.reduce((left, sense) => left.replaceAll(sense, ''), text);
  return POINTING.some((word) => word.test(rest));
};

describe('no instruction in English leans on the senses alone', () => {
  test.each(['en', 'en-ZW'])('in the words of %s', async (locale) => {
    const pointing = [...(await readOwnWords(locale))].filter(([, text]) => isPointing(text));
    const known = [...Object.keys(NAMED), ...OF_ITS_FIELD];
    expect(pointing.filter(([key]) => !known.includes(key))).toEqual([]);
  });

  test('in the card frame’s own', () => {
    expect(Object.values(DEFAULT_TEXTS).filter(isPointing)).toEqual([]);
  });

  test.each(Object.entries(NAMED))('%s says the name of what it points at', (key, [name, label]) => {
    const text = ENGLISH.get(key) ?? '';
    expect(isPointing(text)).toBe(true);
    expect(text).toMatch(name);
    expect(ENGLISH.get(label)).toMatch(name);
  });
});

test.each([
  ['Press the green button.', true],
  ['Use the form on the left.', true],
  ['See below.', true],
  ['Choose the right box.', true],
  ['Tap the round icon.', true],
  ['Wait for the beep.', true],
  ['At most {{time}} left', false],
  ['The PIN was not right.', false],
  ['A right one looks like {{example}}.', false],
])('%s points by the senses: %s', (text, is) => {
  expect(isPointing(text)).toBe(is);
});

/** How other languages begin to say above, below, left, right, the plain colours, round, and arrow. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'pt-BR': 'acima|abaixo|embaixo|em cima|esquerda|direita|vermelh|verde|azul|amarel|redond|seta|canto',
  'pt-PT': 'acima|abaixo|em baixo|em cima|esquerda|direita|vermelh|verde|azul|amarel|redond|seta|canto',
  es: 'arriba|abajo|encima|debajo|izquierda|derecha|roj[oa]|verde|azul|amarill|redond|flecha|esquina',
  'es-419': 'arriba|abajo|encima|debajo|izquierda|derecha|roj[oa]|verde|azul|amarill|redond|flecha|esquina',
  fr: 'ci-dess|au-dess|à gauche|à droite|rouge|verte?\\b|bleu|jaune|rond|flèche|coin\\b',
  de: 'oben|unten|oberhalb|unterhalb|links|rechts|rote|grün|blau|gelb|runde[nrs]?\\b|pfeil|ecke',
  it: 'sopra|sotto|sinistra|destra|ross[oa]|verde|blu\\b|giall|rotond|freccia|angolo',
  nl: 'hierboven|hieronder|bovenaan|onderaan|links\\b|rechts\\b|rode|groen|blauw|gele\\b|ronde\\b|pijl',
  pl: 'powyżej|poniżej|po lewej|po prawej|czerwon|zielon|niebiesk|żółt|okrągł|strzałk',
  sv: 'ovan|nedan|vänster|höger|röd|grön|blå|gul\\b|rund|pil\\b',
  da: 'ovenfor|nedenfor|venstre|højre|rød|grøn|blå|gul\\b|rund|pil\\b',
  nb: 'ovenfor|nedenfor|venstre|høyre|rød|grønn|blå|gul\\b|rund|pil\\b',
  fi: 'yllä|alla\\b|alapuol|vasemm|oikeal|punai|vihre|sini|kelta|pyöre|nuol',
  ro: 'mai sus|mai jos|stânga|dreapta|roșu|verde|albastr|galben|rotund|săgea',
  tr: 'yukarıda|aşağıda|solda|sağda|kırmızı|yeşil|mavi|sarı|yuvarlak',
  ru: 'выше|ниже|слева|справа|сверху|снизу|красн|зелён|зелен|синя|синий|жёлт|желт|кругл|стрелк',
  uk: 'вище|нижче|ліворуч|праворуч|зверху|знизу|червон|зелен|синя|синій|жовт|кругл|стрілк',
  ar: 'أعلاه|أدناه|اليسار|اليمين|الأحمر|الأخضر|الأزرق|السهم|بالأعلى|الأسفل',
  he: 'למעלה|למטה|משמאל|מימין|אדום|ירוק|כחול|צהוב|עגול|חץ',
  ja: '上の|下の|上記|下記|左|右|赤|緑|青|黄|丸い|矢印',
  'zh-Hans': '上方|下方|上面|下面|左|右|红色|绿色|蓝色|黄色|圆形|箭头',
  'zh-Hant': '上方|下方|上面|下面|左|右|紅色|綠色|藍色|黃色|圓形|箭頭',
};

test.each(Object.entries(ELSEWHERE))(
  'in %s nothing is pointed at that is not pointed at in English',
  async (locale, list) => {
    // Where words stand apart, at the beginning of one.
    const begins = /^(ja|zh)/.test(locale) ? '' : String.raw`(?<!\p{L})`;
    const pointing = new RegExp(`${begins}(?:${list})`, 'iu');
    const known = [...Object.keys(NAMED), ...MORE_THAN];
    const found = [...(await readOwnWords(locale))].filter(
      ([key, text]) => pointing.test(text) && !known.includes(key),
    );
    expect(found).toEqual([]);
  },
);
