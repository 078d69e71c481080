package org.okno.suggestion;

/** One step of Newton's method for a handful of weights. */
final class Newton {
  private static final double RIDGE = 1e-6;

  private Newton() {}

  /**
   * Takes the step from {@code weights} in place.
   *
   * @param gradient of the loss
   * @param curvature its second derivatives, square and symmetric; both arrays are used up
   * @return the longest part of the step
   */
  static double step(double[] weights, double[] gradient, double[][] curvature) {
    int size = weights.length;
    for (int i = 0; i < size; i++) {
      curvature[i][i] += RIDGE * (1 + curvature[i][i]);
    }
    eliminate(gradient, curvature);
    double longest = 0;
    for (int i = 0; i < size; i++) {
      weights[i] -= gradient[i];
      longest = Math.max(longest, Math.abs(gradient[i]));
    }
    return longest;
  }

  /** Gauss-Jordan: the matrix is positive, so its diagonal needs no search for a pivot. */
  private static void eliminate(double[] right, double[][] matrix) {
    int size = right.length;
    for (int pivot = 0; pivot < size; pivot++) {
      double head = matrix[pivot][pivot];
      for (int column = pivot; column < size; column++) {
        matrix[pivot][column] /= head;
      }
      right[pivot] /= head;
      for (int row = 0; row < size; row++) {
        double factor = matrix[row][pivot];
        if (row == pivot || factor == 0) {
          continue;
        }
        for (int column = pivot; column < size; column++) {
          matrix[row][column] -= factor * matrix[pivot][column];
        }
        right[row] -= factor * right[pivot];
      }
    }
  }
}
