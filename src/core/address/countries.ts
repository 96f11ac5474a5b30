/**
 * ISO 3166-1, every country by its two codes. A word of three letters is an alpha-3 code that begins with its alpha-2; one of
 * five letters is the one before the other.
 */
const CODES = (
  'ADAND AEARE AFG AGATG AIA ALB AMARM AOAGO AQATA ARG ASM ATAUT AUS AWABW AXALA AZE BABIH BBBRB BDBGD BEL ' +
  'BFA BGR BHR BIBDI BJBEN BLM BMU BNBRN BOL BQBES BRA BSBHS BTN BVT BWA BYBLR BZBLZ CAN CCK CDCOD CFCAF ' +
  'CGCOG CHE CIV CKCOK CLCHL CMR CNCHN COL CRI CUB CVCPV CWCUW CXR CYP CZE DEU DJI DKDNK DMA DOM DZA ECU ' +
  'EEEST EGY EHESH ERI ESP ETH FIN FJI FKFLK FMFSM FOFRO FRA GAB GBR GDGRD GEO GFGUF GGY GHA GIB GLGRL GMB ' +
  'GNGIN GPGLP GQGNQ GRC GSSGS GTM GUM GWGNB GYGUY HKG HMD HND HRV HTI HUN IDN IEIRL ILISR IMN IND IOT ' +
  'IQIRQ IRN ISL ITA JEY JMJAM JOR JPN KEN KGZ KHM KIR KMCOM KNA KPPRK KRKOR KWT KYCYM KZKAZ LAO LBN LCA ' +
  'LIE LKA LRLBR LSO LTU LUX LVA LYLBY MAR MCO MDA MEMNE MFMAF MGMDG MHL MKD MLI MMR MNG MOMAC MPMNP MQMTQ ' +
  'MRT MSR MTMLT MUS MVMDV MWI MXMEX MYS MZMOZ NAM NCL NER NFK NGA NIC NLD NOR NPL NRU NUNIU NZL OMN PAN ' +
  'PER PFPYF PGPNG PHL PKPAK PLPOL PMSPM PNPCN PRI PSE PTPRT PWPLW PYPRY QAT REU ROU RSSRB RUS RWA SAU ' +
  'SBSLB SCSYC SDN SESWE SGP SHN SISVN SJM SKSVK SLE SMR SNSEN SOM SRSUR SSD STP SVSLV SXM SYR SZSWZ TCA ' +
  'TDTCD TFATF TGO THA TJK TKL TLS TMTKM TNTUN TON TRTUR TTO TVTUV TWN TZA UAUKR UGA UMI USA UYURY UZB VAT ' +
  'VCT VEN VGB VIR VNM VUT WFWLF WSM YEM YTMYT ZAF ZMB ZWE'
).split(' ');

const alpha2 = (code: string): string => code.slice(0, 2);
const alpha3 = (code: string): string => code.slice(-3);

/** What a dialect needs of this file, which is one of its own: others show the list. */
export interface Countries {
  readonly toAlpha2: typeof toAlpha2;
  readonly toAlpha3: typeof toAlpha3;
}

/** Alpha-2 codes of all countries. */
export const COUNTRIES: readonly string[] = CODES.map(alpha2);

/** The alpha-2 code of a country given by either code, in any case. */
export function toAlpha2(country = ''): string | undefined {
  const given = country.trim().toUpperCase();
  const code = CODES.find((listed) => (given.length === 2 ? alpha2(listed) : alpha3(listed)) === given);
  return code && alpha2(code);
}

/** The alpha-3 code of a country given by its alpha-2 code. */
export function toAlpha3(country = ''): string | undefined {
  const code = CODES.find((listed) => alpha2(listed) === country.toUpperCase());
  return code && alpha3(code);
}
