import type { Model } from "./forecast.ts";

/**
 * The first model: fitted to 1,200 simulated orders (`world.testing.ts`, `fit.testing.ts`), because there were no real ones yet. What a
 * supplier really took of its plans is counted from the first order on and moves every forecast of its own. A model that is fitted to
 * other orders gets another version and stands beside this one: forecasts that were written down name the one they came from.
 */
export const model: Model = {
  version: 1,
  stages: {
    sample: {
      mean: 0.1277,
      within: 0.1001,
    },
    materials: {
      mean: 0.5635,
      within: 0.3597,
    },
    pattern: {
      mean: 0.4572,
      within: 0.2991,
    },
    cutting: {
      mean: 0.2692,
      within: 0.1638,
    },
    knitting: {
      mean: 0.1265,
      within: 0.1412,
    },
    linking: {
      mean: 0.2516,
      within: 0.1631,
    },
    decoration: {
      mean: 0.2636,
      within: 0.1758,
    },
    sewing: {
      mean: 0.1564,
      within: 0.0906,
    },
    washing: {
      mean: 0.3028,
      within: 0.1938,
    },
    pressing: {
      mean: 0.3093,
      within: 0.1802,
    },
    quality: {
      mean: 0.5067,
      within: 0.3102,
    },
    packing: {
      mean: 0.3234,
      within: 0.2217,
    },
    handover: {
      mean: 0.427,
      within: 0.2985,
    },
  },
  between: 0.0204,
  left: [0.6269, 0.6269, 0.6269, 0.6269, 0.598, 0.5155, 0.4228, 0.3396, 0.2698, 0.1955, 0.1955],
  quiet: 0.1523,
  bias: [
    [1.3051, 0.9275],
    [4.918, 0.7302],
    [7.6285, 0.7513],
    [7.6951, 0.7957],
  ],
  spreads: {
    activewear: [
      {
        low: -1.1516,
        high: 2.1529,
      },
      {
        low: -1.4273,
        high: 1.5596,
      },
      {
        low: -1.6316,
        high: 1.7929,
      },
      {
        low: -1.4802,
        high: 1.8117,
      },
    ],
    knitwear: [
      {
        low: -1.1192,
        high: 2.0884,
      },
      {
        low: -1.2783,
        high: 1.6966,
      },
      {
        low: -1.6205,
        high: 1.6145,
      },
      {
        low: -1.4888,
        high: 1.8262,
      },
    ],
    "cut-and-sew": [
      {
        low: -1.2066,
        high: 2.1418,
      },
      {
        low: -1.3425,
        high: 2.4707,
      },
      {
        low: -1.3904,
        high: 2.1552,
      },
      {
        low: -1.5074,
        high: 1.7096,
      },
    ],
    uniforms: [
      {
        low: -1.042,
        high: 1.5202,
      },
      {
        low: -1.4641,
        high: 1.3418,
      },
      {
        low: -1.605,
        high: 1.4178,
      },
      {
        low: -1.503,
        high: 1.3951,
      },
    ],
    casualwear: [
      {
        low: -1.095,
        high: 1.6044,
      },
      {
        low: -1.3557,
        high: 2.0771,
      },
      {
        low: -1.2807,
        high: 1.9529,
      },
      {
        low: -1.3449,
        high: 1.5821,
      },
    ],
    any: [
      {
        low: -1.1046,
        high: 1.8772,
      },
      {
        low: -1.3713,
        high: 1.8011,
      },
      {
        low: -1.5225,
        high: 1.783,
      },
      {
        low: -1.4637,
        high: 1.6426,
      },
    ],
  },
};
