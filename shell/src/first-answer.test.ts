import { AirlinesDocument, type FirstAnswer, SetupDocument } from '@jetbridge/schema';
import { describe, expect, it } from 'vitest';
import { FirstAnswers } from './first-answer.ts';

const data = { airlines: { __typename: 'AirlineConnection', edges: [] } };
const first: FirstAnswer = { viewer: null, name: 'Airlines', variables: { first: 20, search: null }, data };
const asked = { kind: 'query' as const, query: AirlinesDocument, variables: { first: 20 } };

describe('the answer that came with the page', () => {
  it('answers the same question, for as long as it takes to draw a page', () => {
    let now = 0;
    const answers = new FirstAnswers(first, () => now);
    expect(answers.take(asked)).toBe(data);
    now = 999;
    expect(answers.take(asked)).toBe(data);
    now = 1_000;
    expect(answers.take(asked)).toBeUndefined();
  });
  it('says nothing once something was changed', () => {
    const answers = new FirstAnswers(first, () => 0);
    answers.take({ ...asked, kind: 'mutation' });
    expect(answers.take(asked)).toBeUndefined();
  });
  it('answers no other question', () => {
    const answers = new FirstAnswers(first, () => 0);
    expect(answers.take({ ...asked, variables: { first: 20, search: 'nor' } })).toBeUndefined();
    expect(answers.take({ ...asked, query: SetupDocument, variables: {} })).toBeUndefined();
    expect(answers.take({ ...asked, kind: 'subscription' })).toBeUndefined();
    expect(answers.take(asked)).toBe(data);
  });
  it('is not of now for long', () => {
    let now = 0;
    const answers = new FirstAnswers(first, () => now);
    now = 10_000;
    expect(answers.take(asked)).toBeUndefined();
  });
  it('is forgotten with the person it was read for', () => {
    const answers = new FirstAnswers(first, () => 0);
    answers.forget();
    expect(answers.take(asked)).toBeUndefined();
  });
});
