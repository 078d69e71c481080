package org.okno.contracts;

import static java.util.Objects.requireNonNull;

/**
 * The personal data of a request, encrypted. Only the vault of intake can open it.
 *
 * @param applicant name and contacts of who asked
 * @param beneficiary name, contacts and address of who needs help
 * @param text the request in the person's own words; sealed with both keys, so that erasing either
 *     person erases it
 */
public record SealedData(SealedBlock applicant, SealedBlock beneficiary, SealedBlock text) {
  public SealedData {
    requireNonNull(applicant, "applicant");
    requireNonNull(beneficiary, "beneficiary");
    requireNonNull(text, "text");
  }
}
