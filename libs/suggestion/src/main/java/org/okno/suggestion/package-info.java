/**
 * Learning from settled requests: which labels a text has, and which agency takes a need. Plain
 * Java: features, training, calibration, explanation, and the model's file.
 */
@NullMarked
package org.okno.suggestion;

import org.jspecify.annotations.NullMarked;
