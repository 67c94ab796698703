import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '../../shared/records/log.ts';

/** JSON lines for CloudWatch. */
export function powertoolsLog(service: string): Log {
  const logger = new Logger({ serviceName: service });
  return {
    info: (message, fields = {}) => logger.info(message, { ...fields }),
    warn: (message, fields = {}) => logger.warn(message, { ...fields }),
    error: (message, fields = {}) => logger.error(message, { ...fields }),
  };
}
