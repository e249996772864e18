import { localized, number } from '../language.ts';
import { limits } from '../limits.ts';
import type { CreateAirlineInput, JoinPolicy } from '../operations/generated.ts';
import { commonRules, type FieldProblem, Problems } from './problem.ts';

export const airlineRules = localized('airlineRules', {
  code: 'The airline code is three capital letters, such as NAX.',
  name: 'Enter the name of the airline.',
  iata: 'The IATA code is two letters or digits, such as DY.',
  brandColour: 'Enter the colour as # and six hexadecimal digits, such as #d81939.',
  landingRateLimit: 'The hardest landing is a negative number of feet per minute, such as -600.',
  ranks: (most: number) => `An airline has at most ${most} ranks.`,
  rankName: 'Enter the name of the rank.',
  rankNameTaken: 'Another rank has this name.',
  rankHours: (most: number) => `Enter the hours from 0 to ${number(most)}.`,
  rankHoursTaken: 'Another rank begins with these hours.',
  theMessage: 'The message',
} as const);

export const airlineCodePattern = /^[A-Z]{3}$/;
export const brandColourPattern = /^#[0-9a-f]{6}$/i;
export const iataPattern = /^[A-Z0-9]{2}$/;

export function checkCreateAirline(input: { code: string; name: string; iata?: string | null }): FieldProblem[] {
  const problems = new Problems();
  problems.require(airlineCodePattern.test(input.code), 'code', airlineRules.code);
  checkNames(problems, input);
  return problems.list;
}

export function checkUpdateAirline(input: { name: string; iata: string | null; brandColour: string | null }): FieldProblem[] {
  const problems = new Problems();
  checkNames(problems, input);
  if (input.brandColour) problems.require(brandColourPattern.test(input.brandColour), 'brandColour', airlineRules.brandColour);
  return problems.list;
}

function checkNames(problems: Problems, { name, iata }: { name: string; iata?: string | null }): void {
  problems.require(name.trim().length > 0, 'name', airlineRules.name);
  problems.text('name', name, limits.airlineNameLength, commonRules.theName);
  if (iata) problems.require(iataPattern.test(iata), 'iata', airlineRules.iata);
}

export function checkAirlineSettings({ landingRateLimitFpm: limit }: { landingRateLimitFpm: number | null }): FieldProblem[] {
  const problems = new Problems();
  if (limit !== null)
    problems.require(
      Number.isInteger(limit) && limit < 0 && limit >= limits.landingRateFpm,
      'landingRateLimitFpm',
      airlineRules.landingRateLimit,
    );
  return problems.list;
}

/** Names and hours must differ: each number of hours has one rank. */
export function checkRanks(ranks: readonly { name: string; minimumHours: number }[]): FieldProblem[] {
  const problems = new Problems();
  if (!problems.require(ranks.length <= limits.ranks, 'ranks', airlineRules.ranks(limits.ranks))) return problems.list;
  const [names, hours] = [new Set<string>(), new Set<number>()];
  for (const [index, { name, minimumHours }] of ranks.entries()) {
    const [nameField, hoursField] = [`ranks.${index}.name`, `ranks.${index}.minimumHours`];
    const known = name.trim().toLowerCase();
    problems.require(known.length > 0, nameField, airlineRules.rankName);
    problems.text(nameField, name, limits.rankNameLength, commonRules.theName);
    problems.require(!names.has(known), nameField, airlineRules.rankNameTaken);
    problems.require(
      Number.isInteger(minimumHours) && minimumHours >= 0 && minimumHours <= limits.rankHours,
      hoursField,
      airlineRules.rankHours(limits.rankHours),
    );
    problems.require(!hours.has(minimumHours), hoursField, airlineRules.rankHoursTaken);
    names.add(known);
    hours.add(minimumHours);
  }
  return problems.list;
}

/** The new-airline form as typed → what is sent: codes in capitals, an empty IATA code left out. */
export function airlineInput(typed: { code: string; name: string; iata: string; joinPolicy: JoinPolicy }): CreateAirlineInput {
  return {
    code: typed.code.trim().toUpperCase(),
    name: typed.name.trim(),
    iata: typed.iata.trim().toUpperCase() || null,
    joinPolicy: typed.joinPolicy,
  };
}

/** What somebody writes who asks to join. */
export function checkApplication({ message }: { message: string }): FieldProblem[] {
  const problems = new Problems();
  problems.text('message', message, limits.applicationLength, airlineRules.theMessage);
  return problems.list;
}
