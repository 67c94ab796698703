/** Limits that rules of the contracts refer to by name, set by the dated policy; money in 分 (domain.md §3 and §4 D3). */
export interface PolicyLimits {
  /** Most housing area of a person in ㎡: the red line of 25 ㎡ †. */
  readonly areaPerPerson: number;
  /** Most that a household raises itself, a person and in all: 3,000 and 10,000 yuan †. */
  readonly selfRaisedPerPerson: number;
  readonly selfRaisedPerHousehold: number;
  /** K (信访条例 2005): days in which a petition is accepted or refused 受理. */
  readonly petitionAcceptanceDays: number;
}
