/*
 * What runs inside the pages and frames under test, before their own scripts. Each function is handed over as its text:
 * it may use nothing of this file but types.
 */

/** A box on the screen, CSS px, and what it is. */
export interface Box {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** A link in the middle of a sentence, whose size is the line's (WCAG 2.5.8, the exception “inline”). */
  readonly isInline: boolean;
}

/** A message of a live region. */
export interface Spoken {
  readonly role: 'status' | 'alert';
  readonly text: string;
  /** The checkout's status when it came. */
  readonly status: string;
  /** Whether it is one of the two regions that the checkout itself has from its first render. */
  readonly isOwn: boolean;
}

/** Where the focus is. */
export interface Stop {
  readonly key: string;
  readonly name: string;
  readonly isSeen: boolean;
  /** Points of it that are on the screen, and not covered; by the frame's own corner. */
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly isCovered: boolean;
}

export interface Checks {
  /** Every element, also of open shadow roots, in the order of the page. */
  all(): Element[];
  targets(): Box[];
  /** What sticks out sideways, or is cut off. */
  overflow(): string[];
  /** What moves, or has moved, for those who asked for no motion. */
  moving(): string[];
  readonly moved: ReadonlySet<string>;
  /** Text that axe cannot judge, because something is drawn behind it: contrast by our own measure. */
  contrast(): string[];
  /** Remembers how everything looks without the focus. */
  rest(): void;
  /** What has the focus, whether one can see that it has, and where to look for it. */
  stop(): Stop;
  /** Every stop that the Tab key has to make, in the order of the page; of a group of radios there is one. */
  stops(): string[];
  /** More room between lines, letters and words, as WCAG 1.4.12 has it. */
  space(isOn: boolean): void;
  readonly spoken: Spoken[];
  /** Whether the checkout has its one polite and one assertive region, and they are the first ones it had. */
  regions(): string[];
}

export interface CheckedWindow {
  readonly checks: Checks;
}

/** The walk over the page, and the live regions, from the first render on. */
export function installWatch(): void {
  const all = (root: ParentNode = document): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  const spoken: Spoken[] = [];
  const said = new WeakMap<Element, string>();
  let first: readonly Element[] | undefined;
  const checkout = (): (Element & { state?: { status: string } }) | null =>
    document.querySelector('checkout-session');
  const own = (): Element[] =>
    [...(checkout()?.shadowRoot?.querySelectorAll('[role=status],[role=alert]') ?? [])].filter(
      (region) => region.getRootNode() === checkout()?.shadowRoot,
    );
  const hear = (): void => {
    for (const region of all()) {
      const role = region.getAttribute('role');
      if (role !== 'status' && role !== 'alert') continue;
      const text = region.textContent.replaceAll(/\s+/g, ' ').trim();
      if (text === (said.get(region) ?? '')) continue;
      said.set(region, text);
      // A region nobody can see says nothing.
      if (!text || region.getClientRects().length === 0) continue;
      const isOwn = own().includes(region);
      spoken.push({ role, text, status: checkout()?.state?.status ?? '', isOwn });
    }
  };
  let isDue = false;
  const observer = new MutationObserver(() => {
    if ((checkout()?.shadowRoot?.childElementCount ?? 0) > 0) first ??= own();
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      hear();
    });
  });
  const moved = new Set<string>();
  /** The end of an animation tells how long it was, also where a test has brought it about. */
  const noteMotion = ({ target, elapsedTime, type }: Event & { elapsedTime?: number }): void => {
    if (!(target instanceof Element) || Number(elapsedTime) < 0.002) return;
    moved.add(`${target.localName}.${target.getAttribute('class') ?? ''} (${type})`);
  };
  const watchMotion = (root: Document | ShadowRoot): void => {
    for (const type of ['animationend', 'transitionend']) root.addEventListener(type, noteMotion, true);
  };
  watchMotion(document);
  const options = { childList: true, subtree: true, characterData: true, attributes: true };
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function attach(init) {
    const root = attachShadow.call(this, init);
    observer.observe(root, options);
    watchMotion(root);
    return root;
  };
  observer.observe(document, options);
  const regions = (): string[] => {
    const now = own();
    const roles = now.map((region) => region.getAttribute('role')).sort();
    return [
      ...(roles.join() === 'alert,status' ? [] : [`regions: ${roles.join()}`]),
      ...(now.every((region) => first?.includes(region))
        ? []
        : ['a region came later than the first render']),
    ];
  };
  Object.assign(window, { checks: { all: () => all(), spoken, regions, moved } });
}

/** Sizes, edges and motion. */
export function installMeasures(): void {
  const { checks } = window as unknown as { checks: Checks };
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) && element.closest('[inert]') === null;
  const name = (element: Element): string =>
    `${element.localName}${element.id && `#${element.id}`}.${element.getAttribute('class') ?? ''} “${(element.textContent || (element as HTMLInputElement).value || '').trim().slice(0, 40)}”`;
  const FOCUSABLE = 'a[href],button,input,select,textarea,summary,[tabindex="0"]';
  const isFocusable = (element: Element): boolean =>
    element.matches(FOCUSABLE) &&
    !element.matches(':disabled,input[type=hidden],[tabindex="-1"]') &&
    isShown(element);
  /** A control that is drawn by its row is as large as its row. */
  const drawn = (element: Element): Element => {
    const { width, height } = element.getBoundingClientRect();
    const row = element.matches('[type=radio],[type=checkbox]') ? element.closest('label') : null;
    return row ?? (width < 4 || height < 4 ? (element.parentElement ?? element) : element);
  };
  const isInline = (element: Element): boolean =>
    getComputedStyle(element).display === 'inline' &&
    element.parentElement?.matches('p,span,li,dd,small') === true &&
    element.parentElement.textContent.trim() !== element.textContent.trim();
  const targets = (): Box[] =>
    checks
      .all()
      .filter(isFocusable)
      .map((element) => {
        const { width, height } = drawn(element).getBoundingClientRect();
        return { name: name(element), width, height, isInline: isInline(element) };
      });
  const isForEars = (element: Element): boolean =>
    /inset\(50%\)/.test(getComputedStyle(element).clipPath) || element.closest('.sr,.hidden') !== null;
  const overflow = (): string[] => {
    const { clientWidth, clientHeight, scrollWidth } = document.documentElement;
    const isFrame = window !== window.top;
    const found = scrollWidth > clientWidth ? [`the page by ${String(scrollWidth - clientWidth)} px`] : [];
    if (isFrame && document.documentElement.scrollHeight > clientHeight + 1)
      found.push('the frame is too low');
    for (const element of checks.all()) {
      if (!isShown(element) || isForEars(element) || element.matches('html,body,input,textarea,select,svg *'))
        continue;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const [wide, high] = [
        element.scrollWidth - element.clientWidth,
        element.scrollHeight - element.clientHeight,
      ];
      const hides = (value: string): boolean => value === 'hidden' || value === 'clip';
      if (element.clientWidth === 0) continue;
      if ((hides(overflowX) && wide > 1) || (hides(overflowY) && high > 1 && textOverflow !== 'ellipsis'))
        found.push(`${name(element)} is cut by ${String(wide)} × ${String(high)} px`);
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 0 && (left < -1 || right > clientWidth + 1))
        found.push(`${name(element)} ends at ${String(Math.round(right))}`);
    }
    return found;
  };
  const moving = (): string[] => {
    const roots = [document, ...checks.all().flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    // What is drawn before and behind an element has its animations in the root's list alone.
    const running = new Set(roots.flatMap((root) => root.getAnimations()));
    return [
      ...checks.moved,
      ...[...running].flatMap(({ playState, effect }) =>
        // With all of its rounds: a short one that never ends moves as well.
        playState === 'running' && Number(effect?.getComputedTiming().activeDuration ?? 0) > 1
          ? name((effect as KeyframeEffect).target ?? document.body)
          : [],
      ),
    ];
  };
  const spacing = new CSSStyleSheet();
  spacing.replaceSync(
    '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}',
  );
  const space = (isOn: boolean): void => {
    const roots: (Document | ShadowRoot)[] = [
      document,
      ...checks.all().flatMap(({ shadowRoot }) => shadowRoot ?? []),
    ];
    for (const root of roots) {
      const others = root.adoptedStyleSheets.filter((sheet) => sheet !== spacing);
      root.adoptedStyleSheets = isOn ? [...others, spacing] : others;
    }
  };
  Object.assign(checks, { targets, overflow, moving, space });
}

/** The walk with the Tab key. */
export function installFocus(): void {
  const { checks } = window as unknown as { checks: Checks };
  const FOCUSABLE = 'a[href],button,input,select,textarea,summary,iframe,[tabindex="0"]';
  const parentOf = (node: Element): Element | null =>
    node.assignedSlot ??
    node.parentElement ??
    ((node.getRootNode() as ShadowRoot).host as Element | undefined) ??
    null;
  const isOut = (element: Element | null): boolean =>
    element !== null && (element.hasAttribute('inert') || isOut(parentOf(element)));
  const isReachable = (element: Element): boolean => {
    const modal = checks.all().find((one) => one.matches('dialog:modal'));
    return (
      element.matches(FOCUSABLE) &&
      !element.matches(':disabled,input[type=hidden],[tabindex="-1"]') &&
      element.checkVisibility({ visibilityProperty: true }) &&
      !isOut(element) &&
      (!modal || within(element, modal))
    );
  };
  const within = (element: Element | null, outer: Element): boolean =>
    element !== null && (element === outer || within(parentOf(element), outer));
  const places = (element: Element): Element[] => {
    const list = element.parentElement;
    return [
      element,
      ...(list ? [list] : []),
      ...(element.closest('label') ? [element.closest('label') as Element] : []),
    ];
  };
  const looks = (element: Element): string => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } = getComputedStyle(element);
    const isDrawn =
      outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && !/, 0\)$|transparent/.test(outlineColor);
    return `${isDrawn ? `${outlineWidth} ${outlineColor}` : ''} ${boxShadow} ${borderColor}`;
  };
  const before = new WeakMap<Element, string>();
  const rest = (): void => {
    for (const element of checks.all())
      if (element.matches(FOCUSABLE)) for (const place of places(element)) before.set(place, looks(place));
  };
  /** A frame that the focus has left still calls a control active; only `:focus` says that it has it now. */
  const active = (): Element | null => {
    let found = window === window.top || document.querySelector(':focus') ? document.activeElement : null;
    while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
    return found;
  };
  /** One stop for a group of radios. */
  const keyOf = (element: Element): string => {
    const at = element.matches('[type=radio]')
      ? checks
          .all()
          .findIndex(
            (one) =>
              one.matches('[type=radio]') &&
              (one as HTMLInputElement).name === (element as HTMLInputElement).name &&
              one.getRootNode() === element.getRootNode(),
          )
      : checks.all().indexOf(element);
    return String(at);
  };
  const nameOf = (element: Element): string =>
    `${element.localName}${element.id && `#${element.id}`} “${(element.textContent || (element as HTMLInputElement).value || element.getAttribute('title') || '').trim().slice(0, 30)}”`;
  const topAt = (x: number, y: number): Element | null => {
    let found = document.elementFromPoint(x, y);
    while (found?.shadowRoot) {
      const inner: Element | null = found.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === found) break;
      found = inner;
    }
    return found;
  };
  const pointsOf = (element: Element): [number, number][] => {
    const small = element.getBoundingClientRect().width < 4;
    const { left, top, width, height } = (
      small ? (element.closest('label') ?? element) : element
    ).getBoundingClientRect();
    return [
      [0.5, 0.5],
      [0.1, 0.2],
      [0.9, 0.2],
      [0.1, 0.8],
      [0.9, 0.8],
    ]
      .map(([x = 0, y = 0]): [number, number] => [left + width * x, top + height * y])
      .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  };
  const stop = (): Stop => {
    const element = active();
    if (!element || element === document.body || element.matches('iframe'))
      return {
        key: element?.localName === 'iframe' ? 'iframe' : '',
        name: '',
        isSeen: true,
        points: [],
        isCovered: false,
      };
    const points = pointsOf(element);
    const isMine = (top: Element | null): boolean =>
      top !== null &&
      (within(top, element) || within(element, top) || top.closest('label')?.contains(element) === true);
    return {
      key: keyOf(element),
      name: nameOf(element),
      isSeen: places(element).some((place) => looks(place) !== before.get(place)),
      points,
      isCovered: points.length === 0 || points.some(([x, y]) => !isMine(topAt(x, y))),
    };
  };
  const stops = (): string[] => [
    ...new Map(
      checks
        .all()
        .filter((element) => !element.matches('iframe') && isReachable(element))
        .map((element) => [keyOf(element), `${keyOf(element)} ${nameOf(element)}`]),
    ).values(),
  ];
  Object.assign(checks, { rest, stop, stops });
}

/** Contrast where axe gives up: a word on a drawn plate, and a list with its arrow in the background. */
export function installContrast(): void {
  const { checks } = window as unknown as { checks: Checks };
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const channels = (color: string): number[] => {
    if (!canvas) return [0, 0, 0];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (color: string): number => {
    const [r = 0, g = 0, b = 0] = channels(color)
      .slice(0, 3)
      .map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one: string, other: string): number => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const parentOf = (node: Element): Element | null =>
    node.assignedSlot ??
    node.parentElement ??
    ((node.getRootNode() as ShadowRoot).host as Element | undefined) ??
    null;
  const ground = (element: Element | null): string => {
    if (!element) return '#fff';
    const { backgroundColor } = getComputedStyle(element);
    return channels(backgroundColor)[3] === 255 ? backgroundColor : ground(parentOf(element));
  };
  const plate = (text: SVGTextElement): string => {
    const { x, y, width, height } = text.getBBox();
    const [cx, cy] = [x + width / 2, y + height / 2];
    const below = [...(text.parentElement?.children ?? [])]
      .slice(0, [...(text.parentElement?.children ?? [])].indexOf(text))
      .filter((shape): shape is SVGGraphicsElement => shape instanceof SVGGraphicsElement)
      .filter((shape) => {
        const box = shape.getBBox();
        return (
          getComputedStyle(shape).fill !== 'none' &&
          cx > box.x &&
          cx < box.x + box.width &&
          cy > box.y &&
          cy < box.y + box.height
        );
      })
      .at(-1);
    return below ? getComputedStyle(below).fill : ground(text);
  };
  const contrast = (): string[] => {
    const found: string[] = [];
    for (const element of checks.all()) {
      if (!element.checkVisibility()) continue;
      if (element instanceof SVGTextElement) {
        // A logotype has no least contrast (WCAG 1.4.3); ours have that of a picture (1.4.11).
        const value = ratio(getComputedStyle(element).fill, plate(element));
        if (value < 3) found.push(`the mark “${element.textContent}” has ${value.toFixed(2)}:1`);
      } else if (element instanceof HTMLSelectElement) {
        const { color, backgroundRepeat, backgroundImage } = getComputedStyle(element);
        const value = ratio(color, ground(element));
        if (value < 4.5) found.push(`the list ${element.id} has ${value.toFixed(2)}:1`);
        if (backgroundImage !== 'none' && /(^|, )repeat/.test(backgroundRepeat))
          found.push(`the list ${element.id} has a picture all over it`);
      }
    }
    return found;
  };
  Object.assign(checks, { contrast });
}
