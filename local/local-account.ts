/** Account and region that the stand-ins name in ARNs and events; no account has this number. */
export const localAccount = '000000000000';
export const localRegion = 'us-east-1';
