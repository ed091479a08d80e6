/**
 * First digits of the issuers of payment cards (ISO/IEC 7812-1): Visa, Mastercard, American Express, Diners, JCB, UnionPay,
 * Discover, Maestro. Without them one number in ten would pass.
 */
const ISSUERS = /^(?:4|5[0-8]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|3(?:[4678]|0[0-5]|5[2-8])|6)\d+$/;

/** Visa and Mastercard with 16 digits, American Express with 15. */
const WELL_KNOWN = /^(?:4\d{15}|5[1-5]\d{14}|3[47]\d{13})$/;

/** Whether digits are the number of one of the payment cards that most people have. */
export function isWellKnownCard(digits: string): boolean {
  return WELL_KNOWN.test(digits) && isCardNumber(digits);
}

/** Whether digits, with blanks, hyphens, points, slashes or underscores between them, are the number of a payment card: 13 to 19, with a check digit (Luhn). */
export function isCardNumber(text: string): boolean {
  const digits = text.replaceAll(/[ ./_-]/g, '');
  if (digits.length < 13 || digits.length > 19 || !ISSUERS.test(digits) || /^(\d)\1*$/.test(digits))
    return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const value = Number(digits[digits.length - 1 - index]) * (1 + (index % 2));
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** Characters of bank accounts by country (SWIFT, "IBAN Registry"), as far as they are spoken of in Europe. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  ...{
    AD: 24,
    AE: 23,
    AL: 28,
    AT: 20,
    BA: 20,
    BE: 16,
    BG: 22,
    CH: 21,
    CY: 28,
    CZ: 24,
    DE: 22,
    DK: 18,
    EE: 20,
  },
  ...{
    ES: 24,
    FI: 18,
    FO: 18,
    FR: 27,
    GB: 22,
    GE: 22,
    GI: 23,
    GL: 18,
    GR: 27,
    HR: 21,
    HU: 28,
    IE: 22,
    IL: 23,
  },
  ...{
    IS: 26,
    IT: 27,
    LI: 21,
    LT: 20,
    LU: 20,
    LV: 21,
    MC: 27,
    MD: 24,
    ME: 22,
    MK: 19,
    MT: 31,
    NL: 18,
    NO: 15,
  },
  ...{
    PL: 28,
    PT: 25,
    RO: 24,
    RS: 22,
    SA: 24,
    SE: 24,
    SI: 19,
    SK: 24,
    SM: 27,
    TR: 26,
    UA: 29,
    VA: 22,
    XK: 20,
  },
};

/**
 * Whether a text, with blanks or hyphens between groups, is a bank account by ISO 13616: 15 to 34 characters whose remainder by 97
 * is 1. In small letters or with hyphens it may be an opaque id, and must have just the length of its country.
 */
export function isIban(text: string): boolean {
  const account = text.replaceAll(/[ -]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(account)) return false;
  if (/[a-z-]/.test(text) && account.length !== IBAN_LENGTHS[account.slice(0, 2)]) return false;
  let rest = 0;
  for (const character of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
