FROM gcr.io/distroless/static:nonroot
COPY shop /shop
ENTRYPOINT ["/shop"]
