import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCardFrameStyle } from '../../src/theme/card-frame-style.js';

describe('a style for the card frame', () => {
  test('keeps what the allow-list knows', () => {
    const style = {
      colorScheme: 'dark',
      colorText: '#1b1f27',
      colorBorder: 'rgb(10 20 30 / 50%)',
      colorAccent: 'oklch(0.6 0.2 250)',
      radius: '8px',
      fieldHeight: 48,
      fontSize: '1.125rem',
      fontFamily: '"Segoe UI", Comic Sans, sans-serif',
    };
    expect(parseCardFrameStyle(style)).toEqual({
      ...style,
      radius: 8,
      fontSize: 18,
      fontFamily: '"Segoe UI", sans-serif',
    });
  });

  test.each([
    ['colorText', 'url(https://evil.example/x)'],
    ['colorText', 'rgb(url(x))'],
    ['colorText', 'var(--x)'],
    ['colorText', 'red;background:url(x)'],
    ['colorText', 'expression(alert(1))'],
    ['colorText', '#12345'],
    ['colorText', 'transparent'], // words are not on the list: hiding the text is nobody’s theme
    ['colorText', 'rgb(1 2 3)}*{display:none'],
    ['colorText', ['#fff']],
    ['colorText', { toString: () => '#fff' }],
    ['fontFamily', 'Stolen'],
    ['fontFamily', 'url(x)'],
    ['fontFamily', 'sans-serif;src:url(x)'],
    ['radius', 'calc(1px + 1px)'],
    ['radius', '-4px'],
    ['radius', Number.NaN],
    ['radius', '1e9'],
    ['fontSize', '5vw'],
    ['colorScheme', 'normal'],
    ['backgroundImage', 'url(x)'],
    ['content', '"x"'],
    ['position', 'fixed'],
  ])('drops %s: %j', (key, value) => {
    expect(parseCardFrameStyle({ [key]: value })).toEqual({});
  });

  test.each([
    ['fontSize', 8, 16], // a phone would zoom into the field
    ['fontSize', '60px', 24],
    ['fieldHeight', 1, 44],
    ['radius', 400, 32],
    ['gap', '0', 8],
  ])('holds %s: %s at %d', (key, value, held) => {
    expect(parseCardFrameStyle({ [key]: value })).toEqual({ [key]: held });
  });

  test.each([
    null,
    undefined,
    'x',
    7,
    [],
    () => 1,
    new Proxy({}, { getOwnPropertyDescriptor: () => undefined }),
  ])('is empty for %s', (value) => {
    expect(parseCardFrameStyle(value)).toEqual({});
  });

  test('takes nothing from a prototype and survives a getter that throws', () => {
    const hostile = Object.create({ colorText: '#fff' }) as object;
    Object.defineProperty(hostile, 'radius', {
      enumerable: true,
      get() {
        throw new Error('no');
      },
    });
    expect(parseCardFrameStyle(hostile)).toEqual({});
  });

  test('never lets a bracket, a quote of its own or a semicolon through, whatever is sent', () => {
    const piece = fc.constantFrom(
      '#fff',
      'rgb(',
      'url(',
      'var(--a)',
      ')',
      ';',
      '}',
      '"',
      "'",
      '\\',
      '/*',
      ' ',
      '1',
      '%',
      'Arial',
      ',',
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (value) => {
        const { colorText = '', fontFamily = '' } = parseCardFrameStyle({
          colorText: value,
          fontFamily: value,
        });
        expect(colorText).not.toMatch(/url|var|[;{}"'\\*]|\(.*\(/);
        expect(fontFamily).not.toMatch(/[;{}'\\()*#]/);
      }),
    );
  });

  test('is the same when it is read twice, as host and frame do', () => {
    const once = parseCardFrameStyle({
      colorText: '#FFF',
      radius: '0.5rem',
      fontFamily: "'Courier New',serif",
    });
    expect(parseCardFrameStyle(once)).toEqual(once);
  });
});
