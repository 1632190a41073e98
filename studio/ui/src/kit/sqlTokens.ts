export type TokenKind = 'word' | 'string' | 'number' | 'comment' | 'name' | 'mark' | 'space';

export interface Token {
  kind: TokenKind;
  text: string;
}

const shapes =
  /(--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|('(?:[^']|'')*'?|\$(\w*)\$[\s\S]*?(?:\$\3\$|$))|("(?:[^"]|"")*"?)|(\b\d+(?:\.\d+)?\b)|([A-Za-z_][A-Za-z0-9_$]*)|(\s+)|([\s\S])/g;

const keywords = new Set(
  ('add all alter and any array as asc analyze begin between by cascade case cast check collate column comment commit concurrently constraint create cross current ' +
    'database default deferrable delete desc distinct do domain drop each else end enum except exclude execute exists explain extension false filter first following for ' +
    'foreign from full function generated grant group having identity if immutable in include index inherits initially inner insert intersect into is join key ' +
    'language last lateral left like limit local lock materialized natural no not notnull null nulls of off offset on only or order outer over owner partition ' +
    'policy precision primary procedure range recursive references rename replace restrict returning returns revoke right rollback row rows schema security ' +
    'select sequence session set show some stable stored table temporary then to transaction trigger true truncate type union unique update using valid validate values ' +
    'view volatile when where window with within without').split(' '),
);

/** Cuts SQL into pieces to colour; every character comes back exactly once. */
export function tokens(sql: string): Token[] {
  return Array.from(sql.matchAll(shapes), (found): Token => {
    const text = found[0];
    if (found[1] !== undefined) return { kind: 'comment', text };
    if (found[2] !== undefined) return { kind: 'string', text };
    if (found[4] !== undefined) return { kind: 'name', text };
    if (found[5] !== undefined) return { kind: 'number', text };
    if (found[6] !== undefined) return { kind: keywords.has(text.toLowerCase()) ? 'word' : 'name', text };
    return { kind: found[7] !== undefined ? 'space' : 'mark', text };
  });
}
