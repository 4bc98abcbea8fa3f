"""What is written: pages, feeds, open data, sitemap, licences."""
