import { describe, expect, it } from 'vitest';
import { formProblem, openForm, reduceForm, shownProblems } from './form.ts';
import type { FieldProblem } from './rules/problem.ts';

const found: FieldProblem[] = [
  { field: 'name', message: 'Enter a name.' },
  { field: 'fuelUsed', message: 'Enter the fuel.' },
];
const opened = openForm({ name: '', fuelUsed: '' });
const refusedFor = (...fields: FieldProblem[]) =>
  reduceForm(opened, { type: 'refused', problem: { code: 'INVALID_INPUT', message: 'No.', fields } });

describe('a form', () => {
  it('does not complain before anything was tried', () => {
    expect(shownProblems(opened, found)).toEqual([]);
  });

  it('complains about a field once it was left', () => {
    expect(shownProblems(reduceForm(opened, { type: 'left', field: 'name' }), found)).toEqual([found[0]]);
  });

  it('complains about everything after a refused try, and says that it was one', () => {
    const tried = reduceForm(reduceForm(opened, { type: 'sent' }), { type: 'refused', problem: null });
    expect(tried).toMatchObject({ sending: false, failures: 1 });
    expect(shownProblems(tried, found)).toEqual(found);
  });

  it('shows what the server says of a part at the whole field, until the field is edited', () => {
    const refused = refusedFor({ field: 'fuelUsed.value', message: 'Too much.' });
    expect(shownProblems(refused, [])).toEqual([{ field: 'fuelUsed', message: 'Too much.' }]);
    expect(formProblem(refused)).toBeNull();
    const edited = reduceForm(refused, { type: 'edited', field: 'fuelUsed', values: { fuelUsed: '1' } });
    expect(shownProblems(edited, [])).toEqual([]);
    expect(edited.values).toEqual({ name: '', fuelUsed: '1' });
  });

  it('that worked and stays is as new, with the values it is given', () => {
    const tried = reduceForm(refusedFor({ field: 'name', message: 'Taken.' }), { type: 'left', field: 'name' });
    const done = reduceForm(tried, { type: 'done', sent: tried.values, values: { name: 'Nordic', fuelUsed: '' } });
    expect(done).toEqual({ ...opened, values: { name: 'Nordic', fuelUsed: '' } });
  });

  it('keeps what was typed while it was sent, and takes the rest as it was saved', () => {
    const sent = { name: ' nordic ', fuelUsed: '1' };
    const sending = reduceForm(openForm(sent), { type: 'sent' });
    const typedOn = reduceForm(sending, { type: 'edited', field: 'fuelUsed', values: { fuelUsed: '12' } });
    const done = reduceForm(typedOn, { type: 'done', sent, values: { name: 'Nordic', fuelUsed: '1' } });
    expect(done).toMatchObject({ sending: false, values: { name: 'Nordic', fuelUsed: '12' } });
  });

  it('says above the form what belongs to no field of it', () => {
    expect(formProblem(refusedFor())).toBe('No.');
    expect(formProblem(refusedFor({ field: 'token', message: 'The link was used.' }))).toBe('The link was used.');
  });

  it('knows the API names of fields it keeps under another name', () => {
    const aliased = {
      ...refusedFor({ field: 'offBlockAt', message: 'In the future.' }),
      fields: openForm({ offBlock: '' }, ['offBlockAt']).fields,
    };
    expect(formProblem(aliased)).toBeNull();
  });
});
