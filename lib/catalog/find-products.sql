-- Products that a person may mean by some letters: the SKU or GTIN itself, else those with the letters in their name or SKU,
-- else those whose name has a word like it, for who mistypes ("mlk" is like milk at 0.5, not at the built-in 0.6). The best
-- first; where more than 500 are like it, 500 of them are compared: who has mistyped a frequent word goes on typing anyway.
CREATE OR REPLACE FUNCTION find_products(p_query text, p_limit int) RETURNS TABLE (place int, sku text)
LANGUAGE plpgsql STABLE SET pg_trgm.word_similarity_threshold = 0.5 AS $$
DECLARE
  v_part text := regexp_replace(p_query, '([\\%_])', '\\\1', 'g');
BEGIN
  RETURN QUERY SELECT 1, product.sku FROM product
    WHERE product.sku = upper(p_query) OR product.gtin = CASE WHEN p_query ~ '^\d{8,14}$' THEN lpad(ltrim(p_query, '0'), 13, '0') END::bpchar;
  IF FOUND THEN RETURN; END IF;
  RETURN QUERY SELECT (row_number() OVER (ORDER BY name NOT ILIKE v_part || '%', name, found.sku))::int, found.sku FROM (
    SELECT name, product.sku FROM product WHERE name ILIKE '%' || v_part || '%' OR product.sku ILIKE '%' || v_part || '%') found
    ORDER BY 1 LIMIT p_limit;
  IF FOUND THEN RETURN; END IF;
  RETURN QUERY SELECT (row_number() OVER (ORDER BY found.distance, found.name, found.sku))::int, found.sku FROM (
    SELECT name, product.sku, p_query <<-> name AS distance FROM product WHERE p_query <% name LIMIT 500) found
    ORDER BY 1 LIMIT p_limit;
END $$;
