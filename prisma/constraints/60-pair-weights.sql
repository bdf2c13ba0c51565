-- What was counted before weights: as baskets of ten items, placed on the day that weighs 1.
UPDATE basket_count SET weight = baskets / 9.0;
UPDATE pair_count SET weight = baskets / 9.0;
