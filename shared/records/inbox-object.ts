/** What is known of a put into the inbox, from its event. */
export interface InboxObject {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  readonly size: number;
  readonly time: string;
  readonly sequencer: string;
}
