package org.okno.routing.directory;

import java.util.List;

/** A document that cannot be imported, with everything that is wrong in it. */
public final class WrongDocumentException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<WrongEntry> wrong;

  WrongDocumentException(List<WrongEntry> wrong) {
    super(wrong.size() + " entries are wrong, the first at " + wrong.getFirst().pointer());
    this.wrong = List.copyOf(wrong);
  }

  public List<WrongEntry> wrong() {
    return wrong;
  }
}
