import type { Finding } from '../../shared/normalise/finding.ts';
import { knowsHeader } from '../../shared/normalise/knows-header.ts';
import { normaliseFile } from '../../shared/normalise/normalise-file.ts';
import type { NormalisedFile } from '../../shared/normalise/part.ts';
import type { Tokeniser } from '../../shared/privacy/tokens.ts';
import type { ReadRequest } from '../../shared/records/ingest-upload.ts';
import { openWorkbook } from '../../shared/workbook/open.ts';
import { WorkbookRefused } from '../../shared/workbook/source.ts';
import { threadedReader } from './legacy-reader.ts';

const legacy = threadedReader();

/** Reads and normalises a file; what cannot be read becomes one finding with its code. */
export async function readFile(
  province: string,
  tokens: Tokeniser,
  { bytes, key, policy, uploadDay, mappings }: ReadRequest,
): Promise<NormalisedFile> {
  try {
    const workbook = await openWorkbook(bytes, policy.files, { knowsHeader, legacy });
    return await normaliseFile(workbook, {
      province,
      keyArea: key.area6,
      keyPeriod: key.period,
      fileName: key.fileName,
      uploadDay,
      policy,
      tokens,
      ...(mappings ? { mapping: mappings } : {}),
    });
  } catch (error) {
    if (error instanceof WorkbookRefused)
      return { parts: [], findings: [findingOf(error)], sheets: [], columns: [] };
    throw error;
  }
}

function findingOf({ code, params }: WorkbookRefused): Finding {
  return { code, severity: 'error', sheet: null, cell: null, row: null, field: null, dataset: null, params };
}
