/**
 * What a Vietnamese syllable can look like: onset + rime + tone. `ngưòi` (tone on the wrong letter) and `chuyểnn` cannot be.
 *
 * @source spelling rules of Quyết định 1989/QĐ-BGDĐT; tone restriction: rimes in -c, -ch, -p, -t take sắc or nặng only.
 */

const ONSETS = 'ngh|ng|nh|gh|gi|g|kh|k|ch|c|th|tr|t|ph|p|qu|b|d|đ|h|l|m|n|r|s|v|x|';
const RIMES = new Set(('a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây â e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu '
  + 'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơp ơt ơng '
  + 'u ua uân uâng uât uây uc uê uêch uênh ui um un ung uô uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu uyn uyp uu ư ưa ưc ưi ưm ưn ưng ưt ươ ươc ươi ươm ươn ương ươp ươt ươu ưu '
  + 'y yêm yên yêng yêt yêu').split(' '));
/** `nghiêng` has seven letters; with decomposed marks ten. */
const MAX_LENGTH = 10;
const SHAPE = new RegExp(`^(${ONSETS})(.+)$`, 'u');
const TONES = new Map([['\u0301', 'sắc'], ['\u0300', 'huyền'], ['\u0309', 'hỏi'], ['\u0303', 'ngã'], ['\u0323', 'nặng']]);

/**
 * Tells whether a word could be a Vietnamese syllable. Case is ignored; a word without any Vietnamese mark may be foreign, so
 * callers ask `hasVietnameseMark` first.
 */
export function isPossibleSyllable(word: string): boolean {
  if (word.length > MAX_LENGTH) return false;
  const marks = word.toLowerCase().normalize('NFD');
  const tones = [...marks].filter((letter) => TONES.has(letter));
  if (tones.length > 1) return false;
  const base = marks.replace(/[\u0301\u0300\u0309\u0303\u0323]/gu, '').normalize('NFC');
  if (!isSpelled(base)) return false;
  const tone = tones[0];
  if (!tone) return true;
  if (/(?:c|ch|p|t)$/u.test(base) && tone !== '\u0301' && tone !== '\u0323') return false;
  return isToneInPlace(marks, base);
}

/** True when a letter of the word carries a tone, a hat, a hook or a bar: a word without any may be foreign. */
export function hasVietnameseMark(word: string): boolean {
  return /[\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323đĐ]/u.test(word.normalize('NFD'));
}

function isSpelled(base: string): boolean {
  // `gi` is onset and vowel at once: gì, giếng; `qu` takes its u along: quy, quyết.
  for (const match of [SHAPE.exec(base), /^(g)(i.*)$/u.exec(base), /^(q)(u.+)$/u.exec(base)]) {
    if (!match) continue;
    const [, onset = '', rime = ''] = match;
    if (onset === 'q') return RIMES.has(rime) || RIMES.has(rime.slice(1));
    if (!RIMES.has(rime) && !(onset === 'qu' && RIMES.has(`u${rime}`))) continue;
    if (/^(?:k|gh|ngh)$/u.test(onset) && !/^[eêiy]/u.test(rime)) continue;
    if (/^(?:c|ng)$/u.test(onset) && /^[eêiy]/u.test(rime)) continue;
    if (onset === 'g' && /^[eê]/u.test(rime)) continue;
    return true;
  }
  return false;
}

/** The tone sits on the marked vowel, else on the last but one vowel of an open rime, else on the last (both styles of oa, oe, uy). */
function isToneInPlace(marks: string, base: string): boolean {
  const onset = /^(?:qu|gi(?=[aăâeêoôơuưy]))/u.exec(base)?.[0].length ?? 0;
  const vowels = [...base].map((letter, index) => ({ letter, index })).filter((item) => /[aăâeêioôơuưy]/u.test(item.letter) && item.index >= onset);
  if (vowels.length < 2) return true;
  const tonedIndex = toneIndex(marks);
  const marked = vowels.filter((item) => /[ăâêôơư]/u.test(item.letter));
  // `ươ`, `iê`, `uô`: the second one carries the tone, except `ưa`, `ưu`, `ưi` where ư does.
  if (marked.length) return tonedIndex === marked.at(-1)?.index;
  const isOpen = /[aeiouy]$/u.test(base);
  const last = vowels.at(-1)?.index, beforeLast = vowels.at(-2)?.index;
  if (!isOpen) return tonedIndex === last;
  return tonedIndex === beforeLast || (vowels.length === 2 && /(?:oa|oe|uy)$/u.test(base) && tonedIndex === last) || (vowels.length === 3 && tonedIndex === vowels[1]?.index);
}

/** Index, in base letters, of the letter that carries the tone. */
function toneIndex(marks: string): number {
  let index = -1;
  for (const letter of marks) {
    if (!/\p{M}/u.test(letter)) index++;
    else if (TONES.has(letter)) return index;
  }
  return -1;
}
