/**
 * First digits of the issuers of payment cards (ISO/IEC 7812-1): Visa, Mastercard, American Express, Diners, JCB, UnionPay,
 * Discover, Maestro. Without them one number in ten would pass.
 */
const ISSUERS = /^(?:4|5[0-8]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|3(?:[4678]|0[0-5]|5[2-8])|6)\d+$/;

/** Whether digits, with blanks or hyphens between them, are the number of a payment card: 13 to 19, with a check digit (Luhn). */
export function isCardNumber(text: string): boolean {
  const digits = text.replaceAll(/[ -]/g, '');
  if (digits.length < 13 || digits.length > 19 || !ISSUERS.test(digits) || /^(\d)\1*$/.test(digits))
    return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const value = Number(digits[digits.length - 1 - index]) * (1 + (index % 2));
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** Whether a text, with blanks between groups, is a bank account by ISO 13616: 15 to 34 characters whose remainder by 97 is 1. */
export function isIban(text: string): boolean {
  const account = text.replaceAll(' ', '');
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(account)) return false;
  let rest = 0;
  for (const character of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
