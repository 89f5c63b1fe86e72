/** Before the names of headers that were true of the transfer, and are not of what an archive keeps. */
export const ORIGINAL = "x-archive-orig-";

/** Beside the WARC headers of a record: the address that answered, where it is not the one that was asked. */
export const FINAL_URL = "X-Occupations-Final-URL";

/** How a response came to the archive that it was exported from. */
export const ACQUIRED_BY = "X-Occupations-Acquired-By";
