import { limits } from '../limits.ts';
import type { CreateAirlineInput, JoinPolicy } from '../operations/generated.ts';
import { type FieldProblem, Problems } from './problem.ts';

export const airlineCodePattern = /^[A-Z]{3}$/;
export const iataPattern = /^[A-Z0-9]{2}$/;

export function checkCreateAirline(input: { code: string; name: string; iata?: string | null }): FieldProblem[] {
  const problems = new Problems();
  problems.require(airlineCodePattern.test(input.code), 'code', 'The airline code is three capital letters, such as NAX.');
  problems.require(input.name.trim().length > 0, 'name', 'Enter the name of the airline.');
  problems.text('name', input.name, limits.airlineNameLength, 'The name');
  if (input.iata) problems.require(iataPattern.test(input.iata), 'iata', 'The IATA code is two letters or digits, such as DY.');
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
