import type { Construct } from 'constructs';
import { answerSeconds } from './api-function.ts';
import { type Ground, ProvinceFunction } from './province-function.ts';

/** Templates, annotated workbooks, exports, lineage and rows: answers that need the heavy libraries. */
export class DocumentsFunction extends ProvinceFunction {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id, 'documents', ground, { memoryMegabytes: 1769, timeoutSeconds: answerSeconds });
  }
}
