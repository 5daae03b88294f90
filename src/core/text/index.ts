/** Text on its own: `import { fitTextClassifier } from 'earshot/text'`. Plain strings and arrays in, plain objects out; no database, clock or network. */
export * from './classify/calibrated-chances.ts';
export * from './classify/complement-naive-bayes.ts';
export * from './classify/confusion.ts';
export * from './classify/cross-validate.ts';
export * from './classify/linear-model.ts';
export * from './classify/linear-svm.ts';
export * from './classify/logistic-classes.ts';
export * from './classify/stratified-folds.ts';
export * from './classify/text-classifier.ts';
export * from './features/gram-reader.ts';
export * from './features/sparse-rows.ts';
export * from './features/tf-idf.ts';
export * from './language/detect-language.ts';
export * from './tokens/stem-word.ts';
export * from './tokens/terms-of-text.ts';
export * from './tokens/text-tokens.ts';
