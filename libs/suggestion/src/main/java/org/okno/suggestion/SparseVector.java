package org.okno.suggestion;

/** The columns that are not zero, ascending, and their values. */
final class SparseVector {
  private final int[] columns;
  private final float[] values;

  /** Keeps both arrays, which are as long as each other. */
  SparseVector(int[] columns, float[] values) {
    this.columns = columns;
    this.values = values;
  }

  int size() {
    return columns.length;
  }

  int column(int index) {
    return columns[index];
  }

  float value(int index) {
    return values[index];
  }
}
