package org.okno.casework.needs;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** A need within its case. */
@Embeddable
public record NeedKey(UUID requestId, UUID id) implements Serializable {}
