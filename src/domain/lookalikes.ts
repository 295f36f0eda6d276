/** Letters of other alphabets that look Latin; some papers have them in their numbers (`06/2022/TT-BТС` with two Cyrillic letters). */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a', в: 'b', с: 'c', е: 'e', н: 'h', і: 'i', к: 'k', м: 'm', о: 'o', р: 'p', т: 't', х: 'x', у: 'y', ѕ: 's', ј: 'j',
  α: 'a', β: 'b', ε: 'e', η: 'h', ι: 'i', κ: 'k', μ: 'm', ν: 'n', ο: 'o', ρ: 'p', τ: 't', υ: 'y', χ: 'x',
};

/** The text in Latin letters, small ones for small and capitals for capitals; lengths stay as they are. */
export function replaceLookalikes(text: string): string {
  return text.replace(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu, (letter) => LATIN[letter] ?? LATIN[letter.toLowerCase()]?.toUpperCase() ?? letter);
}
