/**
 * What GB/T 2260 (revision 2016-07) does not have: statistical zones that report like counties, later
 * codes of renamed counties, accepted short names, and English names (domain.md §7).
 */

/** County-level statistical zones of Hunan outside GB/T 2260. */
export const zones: Readonly<Record<string, string>> = {
  '430371': '湘潭高新技术产业开发区',
  '430372': '湘潭昭山示范区',
  '430373': '湘潭九华示范区',
  '430473': '衡阳松木经济开发区',
  '430476': '衡阳高新技术产业园区',
  '430671': '岳阳市屈原管理区',
  '430771': '常德市西洞庭管理区',
  '430971': '益阳市大通湖管理区',
  '430972': '益阳高新技术产业园区',
  '431171': '永州经济技术开发区',
  '431173': '永州市回龙圩管理区',
  '431271': '洪江管理区',
};

/** Codes given after the programme's vintage, read as the county of their time. */
export const laterCodes: Readonly<Record<string, string>> = {
  '430182': '430124',
  '430212': '430221',
  '430582': '430521',
  '431181': '431121',
};

/** Names a file may use beside the full one and the one without 县/区/市. */
export const acceptedNames: Readonly<Record<string, readonly string[]>> = {
  '430124': ['宁乡市'],
  '430221': ['渌口区'],
  '430521': ['邵东市'],
  '431121': ['祁阳市'],
  '431224': ['叙浦', '叙浦县', '漵浦', '漵浦县'],
  '431226': ['麻阳', '麻阳县'],
  '431227': ['新晃', '新晃县'],
  '431228': ['芷江', '芷江县'],
  '431229': ['靖州', '靖州县'],
  '431230': ['通道', '通道县'],
  '431271': ['洪江区', '怀化市洪江管理区', '怀化市洪江区'],
};

/** Short names that two units share: never resolved. */
export const ambiguousNames: Readonly<Record<string, readonly string[]>> = { 洪江: ['431271', '431281'] };

/** English names of the first province's units; others are shown by their Chinese name. */
export const englishNames: Readonly<Record<string, string>> = {
  '43': 'Hunan',
  '4301': 'Changsha',
  '4302': 'Zhuzhou',
  '4303': 'Xiangtan',
  '4304': 'Hengyang',
  '4305': 'Shaoyang',
  '4306': 'Yueyang',
  '4307': 'Changde',
  '4308': 'Zhangjiajie',
  '4309': 'Yiyang',
  '4310': 'Chenzhou',
  '4311': 'Yongzhou',
  '4312': 'Huaihua',
  '4313': 'Loudi',
  '4331': 'Xiangxi',
  '431202': 'Hecheng',
  '431221': 'Zhongfang',
  '431222': 'Yuanling',
  '431223': 'Chenxi',
  '431224': 'Xupu',
  '431225': 'Huitong',
  '431226': 'Mayang',
  '431227': 'Xinhuang',
  '431228': 'Zhijiang',
  '431229': 'Jingzhou',
  '431230': 'Tongdao',
  '431271': 'Hongjiang Zone',
  '431281': 'Hongjiang',
};
