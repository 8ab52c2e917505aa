//! Duties of chapters three and four of the women's plan, in printed order.
