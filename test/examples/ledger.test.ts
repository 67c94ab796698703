import { describe, expect, test } from 'vitest';
import type { Entry, EntryType } from '../../examples/huaihua/entries.ts';
import { industryOf } from '../../examples/huaihua/industry.ts';
import { ledgerOf } from '../../examples/huaihua/ledger.ts';
import { policyOn } from '../../shared/programme/policy.ts';
import { sum, worlds } from './world.ts';

const entriesOf = (world: (typeof worlds)[number]) => [...world.ledger.values()].flat();
const all = worlds.flatMap(entriesOf);
/** The ledger of a county as it would be without what is planted. */
const regularOf = ({ county, projects, households, parties }: (typeof worlds)[number]) =>
  ledgerOf(county, projects, households, parties, false);
const total = (entries: readonly Entry[], type: EntryType) =>
  sum(
    entries.filter((entry) => entry.type === type),
    (entry) => entry.yuan,
  );

describe.each(worlds.map((world) => [world.county.name, world] as const))('%s', (_name, world) => {
  const regular = regularOf(world);
  const entries = [...regular.values()].flat();
  const own = world.parties.find((party) => party.dedicated)?.account;
  const reversed = new Set(entries.map((entry) => entry.reverses));
  const standing = entries.filter((entry) => entry.type !== 'reverse' && !reversed.has(entry.no));
  const registered = new Set(world.parties.map((party) => party.account));
  const allowed = policyOn('2017-04-21').allowedPurposes;

  test('entry numbers are unique, amounts whole hundreds above zero, whatever is planted', () => {
    const sent = entriesOf(world);
    expect(new Set(sent.map((entry) => entry.no)).size).toBe(sent.length);
    for (const { yuan, date } of sent) {
      expect(yuan > 0 && yuan % 100 === 0).toBe(true);
      expect(date <= '2017-04-21').toBe(true);
    }
  });

  test('entries lie in their month, but what a pilot left', () => {
    for (const [month, sent] of regular) {
      for (const entry of sent.filter(({ type }) => type !== 'opening')) {
        expect(entry.date.startsWith(month)).toBe(true);
      }
    }
  });

  test('by source, running: allocated ≤ budget, received ≤ allocated, paid ≤ received (I1, I2, I11)', () => {
    const sources = new Set(entries.map((entry) => entry.source));
    for (const source of sources) {
      const running = new Map<EntryType, number>();
      const so = (type: EntryType) => running.get(type) ?? 0;
      for (const { type, yuan } of standing.filter((entry) => entry.source === source)) {
        running.set(type, so(type) + yuan);
        expect(so('allocate')).toBeLessThanOrEqual(so('budget'));
        expect(so('receive')).toBeLessThanOrEqual(so('allocate'));
        expect(so('pay')).toBeLessThanOrEqual(so('receive'));
      }
    }
  });

  test('no project is paid more than it was allocated, nor allocated more than approved (I7)', () => {
    for (const project of world.projects) {
      const mine = standing.filter((entry) => entry.project === project);
      expect(total(mine, 'pay')).toBeLessThanOrEqual(total(mine, 'allocate'));
      expect(total(mine, 'allocate')).toBeLessThanOrEqual(project.investmentYuan);
      expect(total(mine, 'settle')).toBeLessThanOrEqual(total(mine, 'pay'));
    }
  });

  test('the bank balance of every month is the book of the dedicated account (I3, I4)', () => {
    let book = 0;
    for (const { type, yuan, payerAccount, payeeAccount } of standing) {
      if (type === 'balance' && payeeAccount === own) expect(yuan).toBe(book);
      if (type === 'receive' || type === 'interest' || type === 'refund') book += yuan;
      if (type === 'pay' && payerAccount === own) book -= yuan;
      expect(book).toBeGreaterThanOrEqual(0);
    }
  });

  test('households have raised what was received as self-raised (I10)', () => {
    const raised = sum(world.households, (household) => household.selfRaisedYuan);
    const received = total(
      entries.filter((entry) => entry.source === 'self_raised'),
      'receive',
    );
    expect(Math.abs(received - raised) / raised).toBeLessThan(0.01);
  });

  test('no payment leaves the closed loop', () => {
    const red = standing.filter(
      (entry) =>
        entry.type === 'pay' &&
        (entry.payerAccount !== own ||
          !registered.has(entry.payeeAccount ?? '') ||
          !allowed[entry.source]?.includes(entry.purpose ?? '')),
    );
    expect(red).toEqual([]);
  });
});

test('the city is at plausible rates: 95 % allocated, 86 % arrived, 69 % paid, 7 % settled', () => {
  const rate = (above: EntryType, below: EntryType) => total(all, above) / total(all, below);
  expect(rate('allocate', 'budget')).toBeCloseTo(0.95, 1);
  expect(rate('receive', 'allocate')).toBeCloseTo(0.86, 1);
  expect(rate('pay', 'receive')).toBeCloseTo(0.69, 1);
  expect(rate('settle', 'budget')).toBeCloseTo(0.07, 1);
});

test('industry projects convert some 86 % of the fiscal money and pay some 97 % of the dividends', () => {
  const projects = worlds.flatMap((world) => world.industry);
  const shares = projects.flatMap((project) => project.shares);
  const converted = sum(projects, (one) => one.convertedYuan) / sum(projects, (one) => one.fiscalYuan);
  const paid = sum(shares, (share) => share.paidYuan) / sum(shares, (share) => share.dueYuan);
  expect(converted).toBeCloseTo(0.86, 1);
  expect(paid).toBeGreaterThan(0.95);
  expect(paid).toBeLessThan(0.99);
  const regular = worlds.flatMap(({ county, households }) => industryOf(county, households, false));
  for (const project of regular) {
    expect(project.convertedYuan).toBeLessThanOrEqual(project.fiscalYuan);
    expect(sum(project.shares, (share) => share.principalYuan)).toBeLessThanOrEqual(project.convertedYuan);
  }
});
