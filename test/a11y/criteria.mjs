/**
 * Every success criterion of WCAG 2.2 at levels A and AA, what it means here, and the tests that stand for it.
 *
 * A test is named by its file, which stands for all that is in it, or by `file > part of its title`. Where the answer is
 * `no`, `because` says why the criterion has nothing to apply to.
 *
 * @see https://www.w3.org/TR/WCAG22/
 *
 * @typedef {{ id: string, name: string, level: 'A' | 'AA', applies: 'yes' | 'no', because?: string, how?: string,
 *   tests: readonly string[], person: string }} Criterion
 */

const FORMS = 'test/a11y/forms.test.ts';
const ACTIONS = 'test/a11y/actions.test.ts';
const ENDS = 'test/a11y/ends.test.ts';
/** Every screen, walked once, with every check on it. */
const SCREENS = [FORMS, ACTIONS, ENDS];
const KEYBOARD = 'test/a11y/keyboard.test.ts';
const FIELDS = 'test/a11y/fields.test.ts';

const NO_MEDIA = 'There is no sound and no video.';

/** @type {(id: string, level: 'A' | 'AA', name: string, how: string, tests: readonly string[], person?: string) => Criterion} */
const yes = (id, level, name, how, tests, person = '–') => ({
  id,
  level,
  name,
  applies: 'yes',
  how,
  tests,
  person,
});

/** @type {(id: string, level: 'A' | 'AA', name: string, because: string) => Criterion} */
const no = (id, level, name, because) => ({
  id,
  level,
  name,
  applies: 'no',
  because,
  tests: [],
  person: '–',
});

/** @type {readonly Criterion[]} */
export const CRITERIA = [
  yes(
    '1.1.1',
    'A',
    'Non-text content',
    'axe; accessibility trees: QR codes are named, marks are hidden from them',
    SCREENS,
    'Whether the names say enough',
  ),
  no('1.2.1', 'A', 'Audio-only and video-only', NO_MEDIA),
  no('1.2.2', 'A', 'Captions (prerecorded)', NO_MEDIA),
  no('1.2.3', 'A', 'Audio description or alternative', NO_MEDIA),
  no('1.2.4', 'AA', 'Captions (live)', NO_MEDIA),
  no('1.2.5', 'AA', 'Audio description', NO_MEDIA),
  yes(
    '1.3.1',
    'A',
    'Info and relationships',
    'axe; accessibility trees of the page and of the card frame',
    SCREENS,
    'Reading with a screen reader',
  ),
  yes(
    '1.3.2',
    'A',
    'Meaningful sequence',
    'accessibility trees keep the order; Tab goes over every control',
    [...SCREENS, KEYBOARD],
    'Reading with a screen reader',
  ),
  yes(
    '1.3.3',
    'A',
    'Sensory characteristics',
    'no English word of place, shape, size, colour or sound stands in a sentence, but with the name of what it points at; of 22 other languages, which have lists of their own, none points where English does not',
    ['test/a11y/sensory-words.test.ts'],
    'The words, above all of languages that the test has no list for',
  ),
  yes('1.3.4', 'AA', 'Orientation', 'axe (css-orientation-lock)', SCREENS, 'Turning a phone'),
  yes(
    '1.3.5',
    'AA',
    'Identify input purpose',
    'axe (autocomplete-valid); the tokens of every field',
    [
      FIELDS,
      FORMS,
      'test/elements/mobile-money-form.test.ts > is a telephone number to keyboards and autofill',
    ],
    'Autofill of other browsers than Chromium',
  ),
  yes(
    '1.4.1',
    'A',
    'Use of colour',
    'errors, the picked method and the states have words or roles in the trees',
    [FORMS, FIELDS],
    'Links in running text',
  ),
  no('1.4.2', 'A', 'Audio control', NO_MEDIA),
  yes(
    '1.4.3',
    'AA',
    'Contrast (minimum)',
    'axe in the light and in the dark; our own measure where axe cannot decide (lists with an arrow, words on a plate)',
    SCREENS,
    'The merchant’s own colours',
  ),
  yes(
    '1.4.4',
    'AA',
    'Resize text',
    'the browser’s letters of twice the size, at 320 px: nothing sticks out or is cut off',
    [...SCREENS, 'test/elements/large-text.test.ts'],
    'Zoom on phones; the chosen line of a list is shortened at 320 px',
  ),
  yes(
    '1.4.5',
    'AA',
    'Images of text',
    'axe; no picture is fetched: words are words, but in logotypes',
    SCREENS,
  ),
  yes(
    '1.4.10',
    'AA',
    'Reflow',
    'no sideways scrolling and nothing cut off at 320 px, in the card frame too',
    SCREENS,
    'Zoom of 400 % on devices',
  ),
  yes(
    '1.4.11',
    'AA',
    'Non-text contrast',
    'the drawn marks (3:1) and the ring of the focus; not the borders of fields',
    SCREENS,
    'Borders and icons, with the merchant’s colours',
  ),
  yes(
    '1.4.12',
    'AA',
    'Text spacing',
    'the four spacings set at 320 px: nothing sticks out or is cut off',
    SCREENS,
  ),
  no('1.4.13', 'AA', 'Content on hover or focus', 'Nothing appears on hover or focus.'),
  yes(
    '2.1.1',
    'A',
    'Keyboard',
    'a whole purchase by every method; Tab reaches every control of every screen',
    [KEYBOARD, ...SCREENS],
    'Keyboards of screen readers',
  ),
  yes(
    '2.1.2',
    'A',
    'No keyboard trap',
    'Tab leaves every control, and the card frame at both ends',
    [...SCREENS, KEYBOARD, 'test/e2e/card-frame.test.ts > is walked through by Tab, in and out at both ends'],
    'The bank’s page inside the 3-D Secure frame is the bank’s',
  ),
  no('2.1.4', 'A', 'Character key shortcuts', 'There are no shortcuts.'),
  yes(
    '2.2.1',
    'A',
    'Timing adjustable',
    'a Pix code’s time is set by the scheme: told from the start, and a fresh code comes at one press with nothing typed again; going back to the shop can be stopped for 30 s',
    [
      'test/elements/time-left.test.ts',
      'test/elements/pix-payment.test.ts > is replaced at one press: the old one is let go first, and nothing is typed again',
      'test/elements/payment-result.test.ts > counts down and then leaves, once',
      'test/elements/payment-result.test.ts > stays when it is told to',
    ],
    'That a code’s end counts as essential is our judgement',
  ),
  yes(
    '2.2.2',
    'A',
    'Pause, stop, hide',
    'with reduced motion nothing moves for longer than 1 ms; otherwise only signs that something is under way',
    SCREENS,
    'Spinners run as long as a payment is awaited',
  ),
  yes(
    '2.3.1',
    'A',
    'Three flashes',
    'every animation of the stylesheets: at most three changes of brightness in a second, which is one flash and a half',
    ['test/elements/flashes.test.ts > nothing flashes'],
    'The bank’s and Stripe’s frames, the merchant’s logo',
  ),
  yes(
    '2.4.1',
    'A',
    'Bypass blocks',
    'axe: a named region and headings; the card frame holds one form and nothing else',
    SCREENS,
    'The page around is the merchant’s',
  ),
  yes('2.4.2', 'A', 'Page titled', 'axe: the card frame has a title; the page’s is the merchant’s', SCREENS),
  yes(
    '2.4.3',
    'A',
    'Focus order',
    'purchases by keyboard; the focus goes along when the screen changes',
    [KEYBOARD, ...SCREENS],
    'With a screen reader',
  ),
  yes('2.4.4', 'A', 'Link purpose (in context)', 'axe; accessibility trees', SCREENS),
  no('2.4.5', 'AA', 'Multiple ways', 'The checkout is a step in a process.'),
  yes(
    '2.4.6',
    'AA',
    'Headings and labels',
    'axe; accessibility trees; every field of a session has a label',
    [...SCREENS, FIELDS],
    'Whether the words describe',
  ),
  yes(
    '2.4.7',
    'AA',
    'Focus visible',
    'at every stop of Tab the look changes, also in forced colours',
    SCREENS,
    'How well it is seen',
  ),
  yes(
    '2.4.11',
    'AA',
    'Focus not obscured (minimum)',
    'at every stop of Tab the middle and the corners are on the screen and not covered, at 320 px',
    SCREENS,
    'Bars of the merchant’s own page',
  ),
  no('2.5.1', 'A', 'Pointer gestures', 'Nothing is done by a path or by several fingers.'),
  yes(
    '2.5.2',
    'A',
    'Pointer cancellation',
    'native buttons act when the pointer is let go',
    [
      'test/elements/pay-button.test.ts > only asks, by pointer and by keyboard: what comes of it is the checkout’s',
    ],
    'Moving off a pressed button',
  ),
  yes(
    '2.5.3',
    'A',
    'Label in name',
    'axe (label-content-name-mismatch is not part of its tags: the trees show name and text)',
    SCREENS,
    'Voice control',
  ),
  no('2.5.4', 'A', 'Motion actuation', 'No sensor of motion is used.'),
  no('2.5.7', 'AA', 'Dragging movements', 'Nothing is dragged.'),
  yes(
    '2.5.8',
    'AA',
    'Target size (minimum)',
    'axe (target-size); 44 px for everything but links in a sentence, at 320 px',
    SCREENS,
  ),
  yes(
    '3.1.1',
    'A',
    'Language of page',
    'axe: the checkout’s own part and the card frame say their language',
    SCREENS,
  ),
  yes(
    '3.1.2',
    'AA',
    'Language of parts',
    'the checkout and its card frame name their own language',
    ['test/card-frame/card-form.test.ts > changes every word and loses nothing typed'],
    'Names of methods in other languages',
  ),
  yes('3.2.1', 'A', 'On focus', 'the walk by Tab changes no status of the checkout', SCREENS),
  yes('3.2.2', 'A', 'On input', 'no field hands the focus on; picking a method only shows its form', [
    FIELDS,
    KEYBOARD,
  ]),
  yes('3.2.3', 'AA', 'Consistent navigation', 'accessibility trees of all screens have one order', SCREENS),
  yes(
    '3.2.4',
    'AA',
    'Consistent identification',
    'accessibility trees: the same act has the same words',
    SCREENS,
    'Reading them side by side',
  ),
  yes(
    '3.2.6',
    'A',
    'Consistent help',
    'accessibility trees: help is the last of the ways on',
    [ENDS],
    'The merchant’s help around the checkout',
  ),
  yes(
    '3.3.1',
    'A',
    'Error identification',
    'every wrong field: text of its own, tied to it, marked as wrong',
    [
      FIELDS,
      FORMS,
      'test/card-frame/card-form.test.ts > all come when the card is asked for, and the first field has the focus',
    ],
  ),
  yes('3.3.2', 'A', 'Labels or instructions', 'axe (label); every field has a label', [FORMS, FIELDS]),
  yes(
    '3.3.3',
    'AA',
    'Error suggestion',
    'errors say what a right value looks like; why a card was declined stays general on purpose',
    [FIELDS, KEYBOARD],
    'The words',
  ),
  yes(
    '3.3.4',
    'AA',
    'Error prevention (financial)',
    'the button says amount, payee and method; all can be changed until it is pressed',
    [FORMS, 'test/elements/pay-button.test.ts'],
  ),
  yes(
    '3.3.7',
    'A',
    'Redundant entry',
    'what the session knows is not asked; typed data stays after a decline',
    [FIELDS],
  ),
  yes(
    '3.3.8',
    'AA',
    'Accessible authentication (minimum)',
    'paste works in every field; a one-time code is filled in by the browser or pasted',
    [FIELDS],
    'The bank’s own challenge is the bank’s',
  ),
  no('4.1.1', 'A', 'Parsing', 'Obsolete and removed in WCAG 2.2.'),
  yes('4.1.2', 'A', 'Name, role, value', 'axe; accessibility trees', SCREENS, 'With a screen reader'),
  yes(
    '4.1.3',
    'AA',
    'Status messages',
    'one polite and one assertive region from the first render on; one message a step; the time left at most once in 30 s',
    [
      ...SCREENS,
      'test/elements/time-left.test.ts > never comes twice within 30 seconds, whenever the screen is opened',
    ],
    'What NVDA, JAWS and VoiceOver really say',
  ),
];
