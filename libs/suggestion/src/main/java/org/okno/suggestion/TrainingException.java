package org.okno.suggestion;

/** Examples that teach nothing; says what they lack. What was trained before stays as it is. */
public final class TrainingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TrainingException(String message) {
    super(message);
  }
}
