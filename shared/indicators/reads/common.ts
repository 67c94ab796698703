import type { DatasetId } from '../../datasets/dataset-ids.ts';

/** Columns of the batches that an indicator's figure hangs on, by dataset. */
export type Reads = Readonly<Partial<Record<DatasetId, readonly string[]>>>;

/** How a row names a household, and how a household is named. */
export const references = ['headIdToken', 'householdNoToken'] as const;

/** What makes a labour person 劳动力. */
export const labour = ['birthYear', 'sex', 'studentStatus', 'labourSkill'] as const;

/** A labour person in work. */
export const employed = [...labour, 'employmentStatus'] as const;

/** A registered household in its new home. */
export const movedRegistered = ['isRegistered', 'moveInDate'] as const;

/** By what a project is found. */
export const projectName = ['projectId', 'projectName'] as const;

/** What makes a project a site 安置点. */
export const siteName = [...projectName, 'mode'] as const;

/** By what a household is in a site. */
export const housed = ['projectId', 'mode'] as const;

/** What makes two rows of the shares one record; the households say who holds them. */
export const shareKey = ['industryId', 'year', ...references] as const;

/** What makes two rows of the industry projects one. */
export const industryKey = ['industryId', 'year'] as const;
