import ts from 'typescript';
import { lineOf, nodesOf, type Source } from './sources.js';

/** A hole of a template that stands for an address a browser would go to or load. */
const ADDRESS = /[\s.](href|src|srcset|action|formaction|data|poster|ping|srcdoc|manifest)\s*=\s*["']?$/i;
/** The gate: what comes out of it may be followed. */
const GATE = 'safeUrl';
/** A text that begins so is what it says, whatever follows. */
const FIXED = /^(mailto:|https:\/\/[\w.-]+\/)/;

export interface Link {
  readonly line: number;
  readonly text: string;
  readonly isSafe: boolean;
}

/** Every address in the templates of a file, and whether it can only have come through the gate. */
export function linksOf(source: Source): readonly Link[] {
  const nodes = [...nodesOf(source.tree)];
  const links: Link[] = [];
  for (const node of nodes) {
    if (!ts.isTaggedTemplateExpression(node) || !ts.isTemplateExpression(node.template)) continue;
    const { head, templateSpans } = node.template;
    templateSpans.forEach(({ expression }, at) => {
      const before = at === 0 ? head.text : (templateSpans[at - 1]?.literal.text ?? '');
      if (!ADDRESS.test(before)) return;
      const isSafe = comesFromGate(expression, nodes, new Set());
      links.push({ line: lineOf(source, expression), text: expression.getText(source.tree), isSafe });
    });
  }
  return links;
}

/** Follows a value back to where it is made, within its file. What cannot be followed is not safe. */
function comesFromGate(value: ts.Expression, nodes: readonly ts.Node[], seen: Set<ts.Node>): boolean {
  if (seen.has(value)) return true;
  seen.add(value);
  const all = (values: readonly ts.Expression[]): boolean =>
    values.length > 0 && values.every((one) => comesFromGate(one, nodes, seen));
  if (ts.isParenthesizedExpression(value) || ts.isNonNullExpression(value) || ts.isAsExpression(value))
    return all([value.expression]);
  if (ts.isConditionalExpression(value)) return all([value.whenTrue, value.whenFalse]);
  if (ts.isBinaryExpression(value)) {
    const operator = value.operatorToken.kind;
    if (operator === ts.SyntaxKind.AmpersandAmpersandToken) return all([value.right]);
    const isEither =
      operator === ts.SyntaxKind.QuestionQuestionToken || operator === ts.SyntaxKind.BarBarToken;
    return isEither && all([value.left, value.right]);
  }
  if (ts.isStringLiteralLike(value)) return FIXED.test(value.text);
  if (ts.isTemplateExpression(value)) return FIXED.test(value.head.text);
  if (ts.isIdentifier(value)) return /^(undefined|nothing)$/.test(value.text) || all(sourcesOf(value, nodes));
  if (ts.isPropertyAccessExpression(value)) return isOurs(value) && all(bodiesOf(value.name.text, nodes));
  if (ts.isCallExpression(value)) {
    const { expression } = value;
    if (ts.isIdentifier(expression) && expression.text === GATE) return true;
    return ts.isIdentifier(expression) && all(bodiesOf(expression.text, nodes));
  }
  return false;
}

const isOurs = (value: ts.PropertyAccessExpression): boolean =>
  value.expression.kind === ts.SyntaxKind.ThisKeyword;

/** What a name may stand for: what it was set to, or what its function is given. */
function sourcesOf(name: ts.Identifier, nodes: readonly ts.Node[]): readonly ts.Expression[] {
  for (let scope: ts.Node | undefined = name.parent; scope; scope = parentOf(scope)) {
    const declared = [...nodesOf(scope)].find(
      (node): node is ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement =>
        (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) &&
        ts.isIdentifier(node.name) &&
        node.name.text === name.text,
    );
    if (!declared) continue;
    if (ts.isVariableDeclaration(declared))
      return declared.parent.flags & ts.NodeFlags.Const && declared.initializer ? [declared.initializer] : [];
    return ts.isParameter(declared) ? givenTo(declared, nodes) : membersNamed(declared, nodes);
  }
  return [];
}

const parentOf = (node: ts.Node): ts.Node | undefined => (ts.isSourceFile(node) ? undefined : node.parent);

/** What the calls of a function give for one of its parameters. */
function givenTo(parameter: ts.ParameterDeclaration, nodes: readonly ts.Node[]): readonly ts.Expression[] {
  const owner = parameter.parent;
  const at = owner.parameters.indexOf(parameter);
  const named = ts.isArrowFunction(owner) && !owner.name ? owner.parent : owner;
  const name = 'name' in named ? (named.name as ts.Node | undefined)?.getText() : undefined;
  return nodes.flatMap((node) => {
    if (!ts.isCallExpression(node)) return [];
    const { expression } = node;
    const called = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
    return called.getText() === name ? (node.arguments[at] ?? []) : [];
  });
}

/** Every value that an object of this file has under the name that is taken out of a parameter. */
function membersNamed(element: ts.BindingElement, nodes: readonly ts.Node[]): readonly ts.Expression[] {
  const name = (element.propertyName ?? element.name).getText();
  return nodes.flatMap((node) =>
    ts.isPropertyAssignment(node) && node.name.getText() === name
      ? node.initializer
      : ts.isShorthandPropertyAssignment(node) && node.name.text === name
        ? node.name
        : [],
  );
}

/** What a getter or a function of this file answers. */
function bodiesOf(name: string, nodes: readonly ts.Node[]): readonly ts.Expression[] {
  return nodes.flatMap((node) => {
    const isGetter = ts.isGetAccessorDeclaration(node) && node.name.getText() === name;
    const isFunction = ts.isFunctionDeclaration(node) && node.name?.text === name;
    const body =
      isGetter || isFunction
        ? node.body
        : ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer
          ? ts.isArrowFunction(node.initializer)
            ? node.initializer.body
            : undefined
          : undefined;
    if (!body) return [];
    if (!ts.isBlock(body)) return body as ts.Expression;
    return [...nodesOf(body)].flatMap((part) => (ts.isReturnStatement(part) ? (part.expression ?? []) : []));
  });
}
